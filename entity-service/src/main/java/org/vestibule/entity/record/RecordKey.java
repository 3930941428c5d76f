package org.vestibule.entity.record;

import java.util.UUID;

/** The two names of a record. */
public record RecordKey(long id, UUID uuid) {}
