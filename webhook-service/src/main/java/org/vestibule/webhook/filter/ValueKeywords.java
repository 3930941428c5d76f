package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keywords about any value: {@code const}, {@code enum}, {@code type}. */
final class ValueKeywords {
  static final Map<String, Keyword> ALL =
      Map.of(
          "$schema", (value, schema, reader) -> dialect(value),
          "const", (value, schema, reader) -> oneOf(List.of(value)),
          "enum", (value, schema, reader) -> oneOf(values(value)),
          "type", (value, schema, reader) -> type(value));

  private static final Map<String, Predicate<JsonNode>> TYPES =
      Map.of(
          "null", JsonNode::isNull,
          "boolean", JsonNode::isBoolean,
          "object", JsonNode::isObject,
          "array", JsonNode::isArray,
          "string", JsonNode::isTextual,
          "number", JsonNode::isNumber,
          "integer", ValueKeywords::isInteger);

  /** Numbers are equal by value, however they are written. */
  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) -> a.equals(b) || a.isNumber() && b.isNumber() && sameNumber(a, b) ? 0 : 1;

  private ValueKeywords() {}

  /** Says which draft the author had in mind; nothing is ever fetched. */
  private static Rule dialect(JsonNode value) {
    if (!value.isTextual()) {
      throw Refusal.of("$schema", "a string");
    }
    return (any, effort) -> true;
  }

  private static Rule oneOf(List<JsonNode> allowed) {
    return (value, effort) -> {
      effort.spend(allowed.size());
      return allowed.stream().anyMatch(it -> it.equals(BY_VALUE, value));
    };
  }

  private static List<JsonNode> values(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      throw Refusal.of("enum", "an array of at least one value");
    }
    List<JsonNode> values = new ArrayList<>();
    value.forEach(values::add);
    return values;
  }

  private static Rule type(JsonNode value) {
    List<Predicate<JsonNode>> types = new ArrayList<>();
    if (value.isArray() && !value.isEmpty()) {
      value.forEach(it -> types.add(typeNamed(it)));
    } else {
      types.add(typeNamed(value));
    }
    return (any, effort) -> types.stream().anyMatch(it -> it.test(any));
  }

  private static Predicate<JsonNode> typeNamed(JsonNode name) {
    Predicate<JsonNode> type = name.isTextual() ? TYPES.get(name.textValue()) : null;
    if (type == null) {
      throw Refusal.of("type", "the name of a JSON type or an array of such names");
    }
    return type;
  }

  private static boolean isInteger(JsonNode value) {
    return value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static boolean sameNumber(JsonNode a, JsonNode b) {
    return a.decimalValue().compareTo(b.decimalValue()) == 0;
  }
}
