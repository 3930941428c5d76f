package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the value of a predefined setting must be; texts of the right form count too. */
public enum SettingType {
  STRING,
  BOOLEAN,
  INTEGER;

  private static final Pattern TRUTH = Pattern.compile("(?i)true|false");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  boolean admits(JsonNode value) {
    return switch (this) {
      case STRING -> true;
      case BOOLEAN -> value.isBoolean() || isText(value, TRUTH);
      case INTEGER -> value.isIntegralNumber() || isText(value, NUMBER);
    };
  }

  /** The number that an admitted integer means; empty for a blank text, which means no value. */
  static Optional<BigInteger> number(JsonNode value) {
    String text = value.asText().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigInteger(text));
  }

  private static boolean isText(JsonNode value, Pattern form) {
    return value.isTextual()
        && (value.textValue().isBlank() || form.matcher(value.textValue().strip()).matches());
  }
}
