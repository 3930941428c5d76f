package org.vestibule.platform.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, on its way to a Kafka topic: CloudEvents 1.0 attributes and the JSON
 * data; {@code key} decides the partition and so the order.
 */
public record Event(
    UUID id,
    String topic,
    String key,
    String type,
    String subject,
    Instant time,
    ObjectNode data) {}
