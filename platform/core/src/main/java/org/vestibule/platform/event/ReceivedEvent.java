package org.vestibule.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An event read from Kafka with the place it was read from. */
public record ReceivedEvent(
    UUID id,
    String type,
    String key,
    String subject,
    Instant time,
    JsonNode data,
    String topic,
    int partition,
    long offset) {
  /** Whether the data name one of these attributes as changed. */
  public boolean names(Set<String> attributes) {
    for (JsonNode attribute : data.path("attributes")) {
      if (attributes.contains(attribute.asText())) {
        return true;
      }
    }
    return false;
  }
}
