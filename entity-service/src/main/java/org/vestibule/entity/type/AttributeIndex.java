package org.vestibule.entity.type;

import java.util.Locale;
import org.vestibule.entity.schema.Located;

/** How an attribute is found by its value. */
public record AttributeIndex(int attributeId, Located located, Kind kind) {
  /** The path in the form of the wire: {@code /profiles/identifier}. */
  public String path() {
    return located.path().wireName();
  }

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
