package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The attribute definitions of an entity type, asked by dotted path. */
public record AttributeTypes(JsonNode attributes) {

  /** The type of the attribute at this path, or empty when there is none. */
  public Optional<String> typeOf(String path) {
    JsonNode level = attributes;
    JsonNode found = null;
    for (String step : path.split("\\.")) {
      found = definition(level, step);
      if (found == null) {
        return Optional.empty();
      }
      level = found.path("attr_defs");
    }
    return Optional.ofNullable(found).map(definition -> definition.path("type").asText());
  }

  private static JsonNode definition(JsonNode level, String name) {
    for (JsonNode definition : level) {
      if (name.equals(definition.path("name").asText())) {
        return definition;
      }
    }
    return null;
  }
}
