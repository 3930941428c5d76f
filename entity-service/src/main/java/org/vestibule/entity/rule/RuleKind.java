package org.vestibule.entity.rule;

import java.util.Arrays;
import java.util.Optional;
import org.vestibule.entity.schema.AttributeType;

/** The rules of entity.md 7 by their names. */
enum RuleKind {
  MATCH("match"),
  MATCH_ALL("match-all"),
  MIN_LENGTH("min-length"),
  MAX_LENGTH("max-length"),
  LESS_THAN("less-than"),
  GREATER_THAN("greater-than"),
  REQUIRED("required"),
  MIN_AGE("min-age"),
  AND("and"),
  OR("or"),
  NOT("not"),
  DEFAULT("default"),
  IGNORE_UPDATE("ignore-update"),
  TRUNCATE("truncate"),
  TO_LOWER("to-lower"),
  TO_UPPER("to-upper");

  private final String wireName;

  RuleKind(String wireName) {
    this.wireName = wireName;
  }

  static Optional<RuleKind> of(String name) {
    return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
  }

  String wireName() {
    return wireName;
  }

  /** Whether it changes values instead of checking them. */
  boolean transforms() {
    return compareTo(DEFAULT) >= 0;
  }

  /** Whether it is written as a bare string. */
  boolean isBare() {
    return this == REQUIRED || this == IGNORE_UPDATE || this == TO_LOWER || this == TO_UPPER;
  }

  /** Whether values of a type can be checked or changed by it. */
  boolean fits(AttributeType type) {
    return switch (this) {
      case MATCH, MATCH_ALL, MIN_LENGTH, MAX_LENGTH ->
          type.isText() || type == AttributeType.PASSWORD;
      case TRUNCATE, TO_LOWER, TO_UPPER -> type == AttributeType.STRING;
      case LESS_THAN, GREATER_THAN -> isNumber(type);
      case MIN_AGE -> type.isTemporal();
      case DEFAULT -> type == AttributeType.STRING || type == AttributeType.INTEGER;
      default -> !type.isContainer();
    };
  }

  private static boolean isNumber(AttributeType type) {
    return type == AttributeType.INTEGER || type == AttributeType.DECIMAL;
  }
}
