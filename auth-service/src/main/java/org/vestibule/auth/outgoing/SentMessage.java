package org.vestibule.auth.outgoing;

import java.util.UUID;

/**
 * A message that was delivered.
 *
 * @param customerId null in rows of older versions
 */
public record SentMessage(UUID id, UUID customerId, String applicationId, String template) {}
