package org.vestibule.entity.schema;

import java.util.Optional;

/** An ability of an attribute beside holding values. */
public enum Feature {
  /** Searches by this attribute use an index. */
  QUERY("query"),
  /** Elements of a plural may be addressed by this attribute instead of by their id. */
  PRIMARY_KEY("primary-key");

  private final String wireName;

  Feature(String wireName) {
    this.wireName = wireName;
  }

  /** The feature of a wire name. */
  public static Optional<Feature> of(String name) {
    if (QUERY.wireName.equals(name)) {
      return Optional.of(QUERY);
    }
    return PRIMARY_KEY.wireName.equals(name) ? Optional.of(PRIMARY_KEY) : Optional.empty();
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }
}
