package org.vestibule.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.vestibule.platform.json.Json;

/** Attributes on the wire (configuration.md 3.4, 15). */
final class AttributeDocument {
  private static final List<String> CONSTRAINTS = List.of("required", "unique", "locally-unique");
  private static final List<String> FEATURES = List.of("primary-key", "query", "reverse-query");

  private AttributeDocument() {}

  /** One attribute with a member for each ability. */
  static ObjectNode of(String self, JsonNode definition) {
    return Json.object().put("_self", self).setAll(flags(definition));
  }

  /** All attributes of a type; containers carry their children. */
  static ObjectNode all(String self, JsonNode definitions) {
    ObjectNode document = Json.object().put("_self", self);
    return document.set("attributes", flagged(definitions));
  }

  private static ArrayNode flagged(JsonNode definitions) {
    ArrayNode array = Json.array();
    definitions.forEach(it -> array.add(flags(it)));
    return array;
  }

  private static ObjectNode flags(JsonNode definition) {
    ObjectNode json = Json.object();
    json.set("name", definition.path("name"));
    json.set("type", definition.path("type"));
    json.put("description", definition.path("description").textValue());
    if (definition.path("type").asText().equals("string")) {
      json.set("length", definition.path("length"));
    }
    json.putNull("default");
    CONSTRAINTS.forEach(it -> json.put(it, has(definition.path("constraints"), it)));
    FEATURES.forEach(it -> json.put(it, has(definition.path("features"), it)));
    json.put("case-sensitive", definition.path("case-sensitive").asBoolean());
    json.putNull("ignore-update").putNull("write-once");
    if (definition.has("attr_defs")) {
      json.set("attr_defs", flagged(definition.path("attr_defs")));
    }
    return json;
  }

  private static boolean has(JsonNode names, String name) {
    return SchemaService.list(names).stream().anyMatch(it -> it.asText().equals(name));
  }

  /** One attribute in the form in which it may be written back. */
  static ObjectNode definition(String self, JsonNode definition) {
    ObjectNode json = Json.object().put("_self", self);
    return json.setAll(written((ObjectNode) definition));
  }

  private static ObjectNode written(ObjectNode definition) {
    ObjectNode json = Json.object();
    definition.properties().forEach(it -> json.set(it.getKey().replace('-', '_'), it.getValue()));
    if (definition.has("attr_defs")) {
      ArrayNode children = json.putArray("attr_defs");
      definition.path("attr_defs").forEach(it -> children.add(written((ObjectNode) it)));
    }
    return json;
  }

  /** The attributes that hold values, by dotted path. */
  static ArrayNode leaves(JsonNode definitions) {
    ArrayNode array = Json.array();
    leaves("", definitions).forEach(array::add);
    return array;
  }

  private static Stream<ObjectNode> leaves(String before, JsonNode definitions) {
    return SchemaService.list(definitions).stream()
        .flatMap(it -> leaf(before + it.path("name").asText(), it));
  }

  private static Stream<ObjectNode> leaf(String path, JsonNode definition) {
    return definition.has("attr_defs")
        ? leaves(path + ".", definition.path("attr_defs"))
        : Stream.of(
            Json.object()
                .put("schemaAttribute", path)
                .put("type", definition.path("type").asText()));
  }
}
