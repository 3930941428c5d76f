package org.vestibule.entity.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.vestibule.entity.credential.PasswordInput;

/** Asks whether values keep rules; values are in the form in which they are stored. */
record RuleCheck(LocalDate today) {
  private static final int DATE_LENGTH = 10;

  /** Nothing keeps every rule but the one that wants something. */
  boolean keeps(RuleTree rule, JsonNode value) {
    boolean isNull = value == null || value.isNull() || value.isMissingNode();
    return switch (rule.kind()) {
      case REQUIRED -> !isNull;
      case AND, OR -> rule.fold(child -> keeps(child, value));
      case NOT -> isNull || rule.fold(child -> keeps(child, value));
      default -> isNull || isHash(value) || keepsOne(rule, value);
    };
  }

  private boolean keepsOne(RuleTree rule, JsonNode value) {
    return switch (rule.kind()) {
      case MATCH -> rule.pattern().isIn(text(value));
      case MATCH_ALL -> rule.pattern().fits(text(value));
      case MIN_LENGTH -> length(value) >= rule.number().intValue();
      case MAX_LENGTH -> length(value) <= rule.number().intValue();
      case LESS_THAN -> number(value).compareTo(rule.number()) < 0;
      case GREATER_THAN -> number(value).compareTo(rule.number()) > 0;
      case MIN_AGE -> !date(value).plusYears(rule.number().intValue()).isAfter(today);
      default -> true;
    };
  }

  /** A stored hash says nothing about the password behind it. */
  private static boolean isHash(JsonNode value) {
    return value instanceof POJONode given && !(given.getPojo() instanceof PasswordInput.Plain);
  }

  private static String text(JsonNode value) {
    return value instanceof POJONode given && given.getPojo() instanceof PasswordInput.Plain plain
        ? plain.text()
        : value.asText();
  }

  private static int length(JsonNode value) {
    String text = text(value);
    return text.codePointCount(0, text.length());
  }

  private static BigDecimal number(JsonNode value) {
    return value.decimalValue();
  }

  private static LocalDate date(JsonNode value) {
    return LocalDate.parse(value.asText().substring(0, DATE_LENGTH));
  }
}
