package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keywords that combine schemas. */
final class CombiningKeywords {
  static final Map<String, Keyword> ALL =
      Map.of(
          "allOf", (value, schema, reader) -> allOf(rules("allOf", value, reader)),
          "anyOf", (value, schema, reader) -> anyOf(rules("anyOf", value, reader)),
          "oneOf", (value, schema, reader) -> oneOf(rules("oneOf", value, reader)),
          "not", (value, schema, reader) -> not(reader.read(value)));

  private CombiningKeywords() {}

  private static Rule allOf(List<Rule> rules) {
    return (any, effort) -> rules.stream().allMatch(it -> it.test(any, effort));
  }

  private static Rule anyOf(List<Rule> rules) {
    return (any, effort) -> rules.stream().anyMatch(it -> it.test(any, effort));
  }

  private static Rule oneOf(List<Rule> rules) {
    return (any, effort) -> rules.stream().filter(it -> it.test(any, effort)).count() == 1;
  }

  private static Rule not(Rule rule) {
    return (any, effort) -> !rule.test(any, effort);
  }

  private static List<Rule> rules(String keyword, JsonNode value, SchemaReader reader) {
    if (!value.isArray() || value.isEmpty()) {
      throw Refusal.of(keyword, "an array of at least one schema");
    }
    List<Rule> rules = new ArrayList<>();
    value.forEach(it -> rules.add(reader.read(it)));
    return rules;
  }
}
