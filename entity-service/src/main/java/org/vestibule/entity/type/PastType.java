package org.vestibule.entity.type;

import java.time.Instant;

/**
 * An entity type with a schema that it had.
 *
 * @param since from when on it is known to have had it
 */
public record PastType(EntityType type, Instant since) {}
