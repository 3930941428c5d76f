package org.vestibule.webhook.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What a notification says (webhooks.md 8): {@code id} becomes {@code jti}, {@code audience} is the
 * endpoint, {@code correlationId} may be null.
 */
public record SecurityEvent(
    UUID id, String audience, Instant occurredAt, String correlationId, ObjectNode events) {}
