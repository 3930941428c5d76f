package org.vestibule.entity.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four sides on which a client's sight of an entity type can be narrowed. */
public enum AccessType {
  READ,
  WRITE,
  READ_WITH_TOKEN,
  WRITE_WITH_TOKEN;

  /** The side of a wire name. */
  public static Optional<AccessType> of(String name) {
    return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
  }

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
