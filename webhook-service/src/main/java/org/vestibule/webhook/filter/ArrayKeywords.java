package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Keywords about arrays; other values pass. */
final class ArrayKeywords {
  private static final String ITEMS = "items";

  static final Map<String, Keyword> ALL =
      Map.of(
          ITEMS,
          (value, schema, reader) -> items(value, reader),
          "additionalItems",
          ArrayKeywords::additional,
          "contains",
          (value, schema, reader) -> contains(value, reader),
          "minItems",
          (value, schema, reader) -> atLeast(Numbers.count("minItems", value)),
          "maxItems",
          (value, schema, reader) -> atMost(Numbers.count("maxItems", value)),
          "uniqueItems",
          (value, schema, reader) -> unique(value));

  private ArrayKeywords() {}

  /** One schema for all elements, or one for each of the first ones. */
  private static Rule items(JsonNode value, SchemaReader reader) {
    if (!value.isArray()) {
      return from(0, reader.read(value));
    }
    List<Rule> rules = new ArrayList<>();
    value.forEach(it -> rules.add(reader.read(it)));
    return (any, effort) ->
        !any.isArray()
            || IntStream.range(0, Math.min(rules.size(), any.size()))
                .allMatch(i -> rules.get(i).test(any.get(i), effort));
  }

  private static Rule additional(JsonNode value, ObjectNode schema, SchemaReader reader) {
    Rule rule = reader.read(value);
    JsonNode items = schema.path(ITEMS);
    return items.isArray() ? from(items.size(), rule) : (any, effort) -> true;
  }

  private static Rule from(int first, Rule rule) {
    return (any, effort) ->
        !any.isArray()
            || IntStream.range(first, any.size()).allMatch(i -> rule.test(any.get(i), effort));
  }

  private static Rule contains(JsonNode value, SchemaReader reader) {
    Rule rule = reader.read(value);
    return (any, effort) ->
        !any.isArray()
            || IntStream.range(0, any.size()).anyMatch(i -> rule.test(any.get(i), effort));
  }

  private static Rule atLeast(int count) {
    return (any, effort) -> !any.isArray() || any.size() >= count;
  }

  private static Rule atMost(int count) {
    return (any, effort) -> !any.isArray() || any.size() <= count;
  }

  private static Rule unique(JsonNode value) {
    if (!value.isBoolean()) {
      throw Refusal.of("uniqueItems", "a boolean");
    }
    boolean isWanted = value.booleanValue();
    return (any, effort) -> !isWanted || !any.isArray() || isUnique(any, effort);
  }

  private static boolean isUnique(JsonNode array, Effort effort) {
    effort.spend(array.size());
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode element : array) {
      if (!seen.add(element)) {
        return false;
      }
    }
    return true;
  }
}
