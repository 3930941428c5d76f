package org.vestibule.platform.capture.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * An entity type as entity-service tells it: attribute definitions of entity.md 4.1, reserved ones
 * included, and access schemas by client.
 */
public record SchemaView(
    String id, String name, int version, JsonNode attributes, Map<String, JsonNode> accessSchemas) {

  /** The definition at a dotted path such as {@code primaryAddress.city}. */
  public Optional<JsonNode> attribute(String path) {
    JsonNode level = attributes;
    JsonNode found = null;
    for (String step : path.split("\\.")) {
      found = child(level, step);
      if (found == null) {
        return Optional.empty();
      }
      level = found.path("attr_defs");
    }
    return Optional.ofNullable(found);
  }

  private static JsonNode child(JsonNode definitions, String name) {
    for (JsonNode definition : definitions) {
      if (definition.path("name").asText().equals(name)) {
        return definition;
      }
    }
    return null;
  }
}
