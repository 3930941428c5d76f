package org.vestibule.entity.filter;

import java.util.Optional;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Reserved;

/** Groups of values that can be compared with each other, and how SQL sees them. */
enum Family {
  TEXT("text"),
  FOLDED("text"),
  INTEGER("bigint"),
  NUMBER("numeric"),
  BOOLEAN("boolean"),
  DATE("text"),
  DATE_TIME("text"),
  INSTANT("timestamptz"),
  UUID("uuid");

  private final String sqlType;

  Family(String sqlType) {
    this.sqlType = sqlType;
  }

  String sqlType() {
    return sqlType;
  }

  /** A placeholder for a value of this family. */
  String bind(SqlWriter sql, Object value) {
    if (this == NUMBER) {
      return sql.bind(value, "text") + "::numeric";
    }
    String bound = sql.bind(value, sqlType);
    return this == FOLDED ? "fold(" + bound + ")" : bound;
  }

  static Optional<Family> of(Attribute attribute) {
    if (attribute.type().isText()) {
      return Optional.of(attribute.folds() ? FOLDED : TEXT);
    }
    if (attribute.equals(Reserved.CREATED) || attribute.equals(Reserved.LAST_UPDATED)) {
      return Optional.of(INSTANT);
    }
    return attribute.type().isComparable() ? plain(attribute.type()) : Optional.empty();
  }

  private static Optional<Family> plain(AttributeType type) {
    if (type == AttributeType.ID) {
      return Optional.of(INTEGER);
    }
    return Optional.of(type == AttributeType.DECIMAL ? NUMBER : valueOf(type.name()));
  }

  /** The family in which values of two families meet. */
  static Optional<Family> join(Family left, Family right) {
    if (left == right) {
      return Optional.of(left);
    }
    if (left.isText() && right.isText()) {
      return Optional.of(FOLDED);
    }
    if (left.isNumber() && right.isNumber()) {
      return Optional.of(NUMBER);
    }
    return left.isTime() && right.isTime() ? Optional.of(INSTANT) : Optional.empty();
  }

  boolean isText() {
    return this == TEXT || this == FOLDED;
  }

  boolean isTime() {
    return this == DATE || this == DATE_TIME || this == INSTANT;
  }

  private boolean isNumber() {
    return this == INTEGER || this == NUMBER;
  }
}
