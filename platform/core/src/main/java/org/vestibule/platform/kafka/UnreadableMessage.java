package org.vestibule.platform.kafka;

/** A message that cannot be read as an event: where it lay, its bytes, and why. */
public record UnreadableMessage(
    String topic, int partition, long offset, String key, byte[] value, String reason) {}
