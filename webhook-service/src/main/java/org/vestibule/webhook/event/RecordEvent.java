package org.vestibule.webhook.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to the record of a person. */
public record RecordEvent(
    UUID id,
    UUID customerId,
    String applicationId,
    String type,
    UUID recordUuid,
    Instant occurredAt,
    ObjectNode data) {}
