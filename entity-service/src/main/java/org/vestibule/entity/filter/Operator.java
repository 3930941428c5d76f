package org.vestibule.entity.filter;

import java.util.Arrays;
import java.util.Optional;

/** A comparison and its SQL. */
enum Operator {
  EQUAL("=", "="),
  NOT_EQUAL("!=", "<>"),
  LESS("<", "<"),
  LESS_OR_EQUAL("<=", "<="),
  GREATER(">", ">"),
  GREATER_OR_EQUAL(">=", ">=");

  private final String symbol;
  private final String sql;

  Operator(String symbol, String sql) {
    this.symbol = symbol;
    this.sql = sql;
  }

  static Optional<Operator> of(String symbol) {
    return Arrays.stream(values()).filter(it -> it.symbol.equals(symbol)).findFirst();
  }

  String sql() {
    return sql;
  }

  /** The operator that means the same with the sides exchanged. */
  Operator mirrored() {
    if (!isOrdering()) {
      return this;
    }
    boolean less = symbol.startsWith("<");
    return of((less ? ">" : "<") + symbol.substring(1)).orElseThrow();
  }

  boolean isOrdering() {
    return this != EQUAL && this != NOT_EQUAL;
  }
}
