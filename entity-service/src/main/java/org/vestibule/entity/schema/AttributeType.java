package org.vestibule.entity.schema;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What values an attribute can have; the wire may know several names for one type. */
public enum AttributeType {
  STRING("string"),
  INTEGER("integer"),
  DECIMAL("decimal"),
  BOOLEAN("boolean"),
  DATE("date"),
  DATE_TIME("dateTime"),
  IP_ADDRESS("ipAddress"),
  JSON("json"),
  OBJECT("object"),
  PLURAL("plural"),
  PASSWORD("password"),
  ID("id"),
  UUID("uuid");

  private static final Map<String, AttributeType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(it -> it.wireName, Function.identity()));
  private static final String PASSWORD_KIND = "password-";

  private final String wireName;

  AttributeType(String wireName) {
    this.wireName = wireName;
  }

  /** The type of a wire name, for example {@code dateTime} or {@code password-bcrypt}. */
  public static Optional<AttributeType> of(String name) {
    return name.startsWith(PASSWORD_KIND)
        ? Optional.of(PASSWORD)
        : Optional.ofNullable(BY_NAME.get(name));
  }

  /** Whether attributes of this type have children. */
  public boolean isContainer() {
    return this == OBJECT || this == PLURAL;
  }

  /** Whether values are texts that may be compared without regard to case. */
  public boolean isText() {
    return this == STRING || this == IP_ADDRESS;
  }

  /** Whether values are points in time. */
  public boolean isTemporal() {
    return this == DATE || this == DATE_TIME;
  }

  /** Whether two values of this type can be compared, so that it may be unique or sorted. */
  public boolean isComparable() {
    return !isContainer() && this != JSON && this != PASSWORD;
  }
}
