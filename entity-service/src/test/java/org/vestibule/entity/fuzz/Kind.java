package org.vestibule.entity.fuzz;

import org.vestibule.entity.schema.Attribute;

/** Groups of values that a filter may compare with each other. */
enum Kind {
  TEXT,
  NUMBER,
  BOOLEAN,
  DAY,
  TIME,
  UUID,
  NONE;

  static Kind of(Attribute attribute) {
    return switch (attribute.type()) {
      case STRING, IP_ADDRESS -> TEXT;
      case INTEGER, DECIMAL, ID -> NUMBER;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DAY;
      case DATE_TIME -> TIME;
      case UUID -> UUID;
      case JSON, OBJECT, PLURAL, PASSWORD -> NONE;
    };
  }

  boolean isOfTime() {
    return this == DAY || this == TIME;
  }

  boolean meets(Kind other) {
    return this == other || isOfTime() && other.isOfTime();
  }
}
