package org.vestibule.entity.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A condition that the values of an attribute must meet. */
public enum Constraint {
  REQUIRED("required"),
  UNIQUE("unique"),
  LOCALLY_UNIQUE("locally-unique"),
  ALPHABETIC("alphabetic"),
  ALPHANUMERIC("alphanumeric"),
  UNICODE_LETTERS("unicode-letters"),
  UNICODE_PRINTABLE("unicode-printable"),
  EMAIL_ADDRESS("email-address");

  private static final Map<String, Constraint> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Constraint::wireName, Function.identity()));

  private final String wireName;

  Constraint(String wireName) {
    this.wireName = wireName;
  }

  /** The constraint of a wire name. */
  public static Optional<Constraint> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The name on the wire, for example {@code locally-unique}. */
  public String wireName() {
    return wireName;
  }
}
