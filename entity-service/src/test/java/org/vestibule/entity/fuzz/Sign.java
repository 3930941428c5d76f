package org.vestibule.entity.fuzz;

/** A comparison. */
enum Sign {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String text;

  Sign(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean isOrdering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  Sign mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      default -> this;
    };
  }
}
