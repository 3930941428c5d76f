package org.vestibule.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, on its way to a Kafka topic: CloudEvents 1.0 attributes and the data as
 * the text of a JSON object; {@code key} decides the partition and so the order.
 */
public record Event(
    UUID id, String topic, String key, String type, String subject, Instant time, String data) {}
