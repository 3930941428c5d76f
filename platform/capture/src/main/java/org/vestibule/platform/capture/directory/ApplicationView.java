package org.vestibule.platform.capture.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An application as config-service tells it; {@code primaryDomain} is part of global subjects. */
public record ApplicationView(
    String id,
    UUID customerId,
    String name,
    String primaryDomain,
    List<String> domains,
    Map<String, JsonNode> settings) {
  /** The value of a setting of the application. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings == null ? null : settings.get(name))
        .filter(value -> !value.isNull())
        .map(JsonNode::asText);
  }
}
