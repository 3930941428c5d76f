package org.vestibule.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.platform.json.Json;

/** Reads the body of a new attribute into the definition that entity-service takes. */
final class AttributeDefinition {
  private static final List<String> MEMBERS =
      List.of("type", "description", "length", "constraints", "features");

  private AttributeDefinition() {}

  /** The path names the attribute; a name in the body may only repeat it. */
  static ObjectNode read(String path, ObjectNode body) {
    JsonNode name = body.path("name");
    String last = path.substring(path.lastIndexOf('.') + 1);
    boolean isSame = name.asText().equals(path) || name.asText().equals(last);
    if (!name.isMissingNode() && !name.isNull() && !isSame) {
      throw ConfigError.ofMember("name", "Must be the name in the path.").exception();
    }
    if (!body.path("type").isTextual()) {
      throw ConfigError.MISSING_ARGUMENT.with("type").exception();
    }
    return definition(path, body);
  }

  private static ObjectNode definition(String name, JsonNode given) {
    ObjectNode definition = Json.object().put("name", name);
    MEMBERS.forEach(it -> copy(given, it, definition, it));
    copy(given, "case-sensitive", definition, "case-sensitive");
    copy(given, "case_sensitive", definition, "case-sensitive");
    if (given.path("attr_defs").isArray()) {
      ArrayNode children = definition.putArray("attr_defs");
      given.path("attr_defs").forEach(it -> children.add(child(it)));
    }
    return definition;
  }

  private static ObjectNode child(JsonNode given) {
    return definition(given.path("name").asText(), given);
  }

  private static void copy(JsonNode given, String from, ObjectNode definition, String to) {
    JsonNode value = given.path(from);
    if (!value.isMissingNode() && !value.isNull()) {
      definition.set(to, value);
    }
  }
}
