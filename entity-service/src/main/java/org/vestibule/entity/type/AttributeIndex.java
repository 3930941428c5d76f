package org.vestibule.entity.type;

import java.util.Locale;

/**
 * How an attribute is found by its value.
 *
 * @param path in the form of the wire: {@code /profiles/identifier}
 */
public record AttributeIndex(int attributeId, String path, Kind kind) {
  /** Kinds of indexes. */
  public enum Kind {
    /** A unique index on the record table. */
    UNIQUE,
    /** An index on the record table. */
    QUERY,
    /** Rows of {@code unique_value}. */
    ROWS;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
