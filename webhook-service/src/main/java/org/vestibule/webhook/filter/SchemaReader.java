package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a schema into rules; knows no other keywords than those of webhooks.md 4. */
final class SchemaReader {
  private static final Map<String, Keyword> KEYWORDS = keywords();

  private static Map<String, Keyword> keywords() {
    Map<String, Keyword> all = new HashMap<>();
    all.putAll(ValueKeywords.ALL);
    all.putAll(ObjectKeywords.ALL);
    all.putAll(ArrayKeywords.ALL);
    all.putAll(NumberKeywords.ALL);
    all.putAll(TextKeywords.ALL);
    all.putAll(CombiningKeywords.ALL);
    return Map.copyOf(all);
  }

  /** A schema is an object of keywords, or true or false for everything or nothing. */
  Rule read(JsonNode schema) {
    if (schema.isBoolean()) {
      boolean answer = schema.booleanValue();
      return (value, effort) -> answer;
    }
    if (schema instanceof ObjectNode object) {
      return all(object.properties().stream().map(it -> rule(it, object)).toList());
    }
    throw Refusal.because("has a schema that is neither an object nor a boolean");
  }

  private Rule rule(Map.Entry<String, JsonNode> member, ObjectNode schema) {
    Keyword keyword = KEYWORDS.get(member.getKey());
    if (keyword == null) {
      throw Refusal.unsupported(member.getKey());
    }
    return keyword.read(member.getValue(), schema, this);
  }

  private static Rule all(List<Rule> rules) {
    return (value, effort) -> {
      effort.spend(1);
      for (Rule rule : rules) {
        if (!rule.test(value, effort)) {
          return false;
        }
      }
      return true;
    };
  }
}
