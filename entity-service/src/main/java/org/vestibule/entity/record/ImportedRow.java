package org.vestibule.entity.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The row of an imported record.
 *
 * @param doc the attributes as JSON in UTF-8
 * @param passwords stored passwords by path as JSON in UTF-8, or null for none
 * @param unique its values that are unique below plurals
 */
public record ImportedRow(
    long id,
    UUID uuid,
    Instant created,
    Instant lastUpdated,
    byte[] doc,
    byte[] passwords,
    List<UniqueRow> unique) {}
