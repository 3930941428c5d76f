package org.vestibule.auth.form;

import java.util.Optional;
import java.util.stream.Stream;

/** The types of flow items that take a value from the caller. */
public enum FieldType {
  TEXT("text"),
  EMAIL("email"),
  PASSWORD("password"),
  CHECKBOX("checkbox"),
  RADIO("radio"),
  SELECT("select"),
  TEXTAREA("textarea"),
  DATESELECT("dateselect"),
  READONLY("readonly"),
  HIDDEN("hidden"),
  MULTI_IDENTIFIER("multiIdentifierAuth");

  private final String wire;

  FieldType(String wire) {
    this.wire = wire;
  }

  static Optional<FieldType> of(String wire) {
    return Stream.of(values()).filter(type -> type.wire.equals(wire)).findFirst();
  }

  boolean isPassword() {
    return this == PASSWORD;
  }

  /** White space around a password is part of it. */
  boolean isTrimmed() {
    return this != PASSWORD;
  }

  /** A value that was only shown to the user says nothing and is never stored. */
  boolean isStored() {
    return this != READONLY;
  }
}
