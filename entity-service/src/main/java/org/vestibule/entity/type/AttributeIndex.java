package org.vestibule.entity.type;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vestibule.entity.schema.Located;

/**
 * How attributes are found by their values.
 *
 * @param parts the attribute; of a composite index several
 * @param isReady false while rows that were there before are still being indexed
 */
public record AttributeIndex(int attributeId, List<Located> parts, Kind kind, boolean isReady) {
  /** Copies the parts. */
  public AttributeIndex {
    parts = List.copyOf(parts);
  }

  /** The attribute; of a composite index the first one. */
  public Located located() {
    return parts.get(0);
  }

  /** The path in the form of the wire, {@code /profiles/identifier}; several with commas. */
  public String path() {
    return parts.stream().map(it -> it.path().wireName()).collect(Collectors.joining(","));
  }

  /** The same about the same under a number. */
  AttributeIndex numbered(int number) {
    return new AttributeIndex(number, parts, kind, isReady);
  }

  /** Kinds of indexes. */
  public enum Kind {
    /** A unique index on the record table. */
    UNIQUE,
    /** An index on the record table. */
    QUERY,
    /** Rows of {@code unique_value}. */
    ROWS,
    /** A unique index over several attributes on the record table. */
    COMPOSITE;

    static Kind of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }

    boolean isUnique() {
      return this != QUERY;
    }

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
