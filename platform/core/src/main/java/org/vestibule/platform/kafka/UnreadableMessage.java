package org.vestibule.platform.kafka;

import java.util.Map;

/** A message that cannot be read as an event: where it lay, all that it held, and why. */
public record UnreadableMessage(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] value,
    String reason) {}
