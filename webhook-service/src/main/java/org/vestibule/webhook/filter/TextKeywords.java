package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Keywords about strings; other values pass. */
final class TextKeywords {
  static final Map<String, Keyword> ALL =
      Map.of(
          "minLength", (value, schema, reader) -> atLeast(Numbers.count("minLength", value)),
          "maxLength", (value, schema, reader) -> atMost(Numbers.count("maxLength", value)),
          "pattern", (value, schema, reader) -> pattern(value));

  private TextKeywords() {}

  private static Rule atLeast(int count) {
    return (any, effort) -> !any.isTextual() || length(any) >= count;
  }

  private static Rule atMost(int count) {
    return (any, effort) -> !any.isTextual() || length(any) <= count;
  }

  private static Rule pattern(JsonNode value) {
    if (!value.isTextual()) {
      throw Refusal.of("pattern", "a string");
    }
    LinearPattern pattern = LinearPattern.of(value.textValue());
    return (any, effort) -> !any.isTextual() || pattern.isFoundIn(any.textValue(), effort);
  }

  /** In characters, not in halves of them. */
  private static int length(JsonNode text) {
    return text.textValue().codePointCount(0, text.textValue().length());
  }
}
