package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Turns the text of a field into a value of the attribute's type. */
public final class AttributeValue {
  private static final int LONGEST_NUMBER = 40;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private AttributeValue() {}

  /** The value, or empty when the text is none of this type. */
  static Optional<JsonNode> of(String type, String text) {
    return switch (type) {
      case "integer" -> integer(text);
      case "decimal" -> decimal(text);
      case "boolean" -> bool(text);
      case "date" -> date(text).map(date -> TextNode.valueOf(date.toString()));
      default -> Optional.of(TextNode.valueOf(text));
    };
  }

  /** A calendar date written as year, month and day. */
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE)).filter(date -> date.getYear() > 0);
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> integer(String text) {
    try {
      return Optional.of(LongNode.valueOf(Long.parseLong(text)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> decimal(String text) {
    try {
      return text.length() > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> bool(String text) {
    return switch (text) {
      case "true", "1" -> Optional.of(BooleanNode.TRUE);
      case "false", "0" -> Optional.of(BooleanNode.FALSE);
      default -> Optional.empty();
    };
  }
}
