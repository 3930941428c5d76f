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
  /** The flag of an event by whose change an account was taken over by the proof of an address. */
  public static final String FIRST_PROOF = "first-proof";

  /** Whether the data name one of these attributes as changed. */
  public boolean names(Set<String> attributes) {
    for (JsonNode attribute : data.path("attributes")) {
      if (attributes.contains(attribute.asText())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the data have this flag. */
  public boolean isFlagged(String flag) {
    for (JsonNode one : data.path("flags")) {
      if (flag.equals(one.textValue())) {
        return true;
      }
    }
    return false;
  }
}
