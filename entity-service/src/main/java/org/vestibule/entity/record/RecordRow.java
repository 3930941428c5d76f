package org.vestibule.entity.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored record.
 *
 * @param doc the attributes as JSON text, passwords as {@code {"type":...}} or null
 * @param passwords stored passwords by path as JSON text, or null when not read or none
 */
record RecordRow(
    long id,
    UUID uuid,
    Instant created,
    Instant lastUpdated,
    int schemaVersion,
    String doc,
    String passwords) {}
