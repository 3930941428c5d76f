package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keywords about objects; other values pass. */
final class ObjectKeywords {
  private static final String PROPERTIES = "properties";
  private static final String DIFFERENT_STRINGS = "an array of different strings";

  static final Map<String, Keyword> ALL =
      Map.of(
          PROPERTIES,
          (value, schema, reader) -> properties(value, reader),
          "additionalProperties",
          ObjectKeywords::additional,
          "required",
          (value, schema, reader) -> required(value));

  private ObjectKeywords() {}

  private static Rule properties(JsonNode value, SchemaReader reader) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    object(value).properties().forEach(it -> rules.put(it.getKey(), reader.read(it.getValue())));
    return (any, effort) -> {
      effort.spend(rules.size());
      return rules.entrySet().stream()
          .allMatch(
              it -> !any.has(it.getKey()) || it.getValue().test(any.get(it.getKey()), effort));
    };
  }

  private static Rule additional(JsonNode value, ObjectNode schema, SchemaReader reader) {
    Rule rule = reader.read(value);
    JsonNode named = schema.path(PROPERTIES);
    return (any, effort) -> {
      effort.spend(any.size());
      return !any.isObject()
          || any.properties().stream()
              .allMatch(it -> named.has(it.getKey()) || rule.test(it.getValue(), effort));
    };
  }

  private static Rule required(JsonNode value) {
    List<String> names = names(value);
    return (any, effort) -> {
      effort.spend(names.size());
      return !any.isObject() || names.stream().allMatch(any::has);
    };
  }

  private static List<String> names(JsonNode value) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode name : value) {
      if (!name.isTextual() || !names.add(name.textValue())) {
        throw Refusal.of("required", DIFFERENT_STRINGS);
      }
    }
    if (!value.isArray()) {
      throw Refusal.of("required", DIFFERENT_STRINGS);
    }
    return List.copyOf(names);
  }

  private static ObjectNode object(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.of(PROPERTIES, "an object of schemas");
  }
}
