package org.vestibule.auth.factor;

import java.time.Instant;
import java.util.UUID;

/**
 * The record whose proofs end.
 *
 * @param until what was sent or trusted later lives on
 */
public record EndedProof(String applicationId, String entityType, UUID recordUuid, Instant until) {}
