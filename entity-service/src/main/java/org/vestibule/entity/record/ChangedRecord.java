package org.vestibule.entity.record;

import java.util.List;

/**
 * A record after a change.
 *
 * @param before the record as it was
 * @param names attributes at the root whose values differ, sorted
 */
public record ChangedRecord(StoredRecord record, RecordState before, List<String> names) {}
