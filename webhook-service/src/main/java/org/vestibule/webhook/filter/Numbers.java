package org.vestibule.webhook.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Reads numbers that are values of keywords. */
final class Numbers {
  private Numbers() {}

  static int count(String keyword, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw Refusal.of(keyword, "an integer that is not negative");
    }
    return value.intValue();
  }

  static BigDecimal number(String keyword, JsonNode value) {
    if (!value.isNumber()) {
      throw Refusal.of(keyword, "a number");
    }
    return value.decimalValue();
  }
}
