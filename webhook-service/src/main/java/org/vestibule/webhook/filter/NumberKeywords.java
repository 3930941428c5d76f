package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntPredicate;

/** Keywords about numbers; other values pass. */
final class NumberKeywords {
  static final Map<String, Keyword> ALL =
      Map.of(
          "minimum", compared("minimum", sign -> sign >= 0),
          "maximum", compared("maximum", sign -> sign <= 0),
          "exclusiveMinimum", compared("exclusiveMinimum", sign -> sign > 0),
          "exclusiveMaximum", compared("exclusiveMaximum", sign -> sign < 0),
          "multipleOf", (value, schema, reader) -> multipleOf(value));

  private NumberKeywords() {}

  private static Keyword compared(String name, IntPredicate isFine) {
    return (value, schema, reader) -> {
      BigDecimal limit = Numbers.number(name, value);
      return (any, effort) -> !any.isNumber() || isFine.test(any.decimalValue().compareTo(limit));
    };
  }

  private static Rule multipleOf(JsonNode value) {
    BigDecimal step = Numbers.number("multipleOf", value);
    if (step.signum() <= 0) {
      throw Refusal.of("multipleOf", "a number above 0");
    }
    return (any, effort) -> !any.isNumber() || any.decimalValue().remainder(step).signum() == 0;
  }
}
