package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.AttributePath;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/** The order of the records of a search: by code points, nulls last when ascending. */
public record Order(List<String> keys) {
  private static final int MOST_KEYS = 10;
  private static final String ARGUMENT = "sort_on";

  /** Copies the keys. */
  public Order {
    keys = List.copyOf(keys);
  }

  /** The order of paths, descending ones with a {@code -} in front; none means any order. */
  public static Order of(List<String> paths, Schema schema) {
    if (paths.size() > MOST_KEYS) {
      throw Violations.invalidArgument(ARGUMENT, "it has more than " + MOST_KEYS + " attributes");
    }
    List<String> keys = new ArrayList<>();
    boolean endsWithId = paths.isEmpty();
    for (String path : paths) {
      boolean descending = path.startsWith("-");
      String key = key(descending ? path.substring(1) : path, schema);
      keys.add(descending ? key + " DESC" : key);
      endsWithId |= key.equals("id");
    }
    if (!endsWithId) {
      keys.add("id");
    }
    return new Order(keys);
  }

  /** The clause, with a blank in front, or nothing. */
  public String sql() {
    return keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys);
  }

  private static String key(String text, Schema schema) {
    Located located =
        AttributePath.parse(text)
            .filter(path -> !path.isRoot() && !path.selectsElement())
            .flatMap(path -> Located.in(schema, path))
            .orElseThrow(() -> Violations.unknownAttribute(slashed(text)));
    if (!isSortable(located)) {
      throw Violations.invalidArgument(
          ARGUMENT, "records cannot be sorted by " + located.path().wireName());
    }
    return Optional.ofNullable(Source.column(located)).orElseGet(() -> value(located));
  }

  private static boolean isSortable(Located located) {
    return located.target().orElseThrow().type().isComparable()
        && located.hops().stream().noneMatch(it -> it.type() == AttributeType.PLURAL);
  }

  private static String value(Located located) {
    String text = AttributeSql.text("doc", located.keys());
    Family family = Family.of(located.target().orElseThrow()).orElseThrow();
    // Texts are sorted as they are written, also where case does not matter for equality.
    return family == Family.FOLDED ? text : AttributeSql.as(family, text);
  }

  private static String slashed(String text) {
    return AttributePath.parse(text).map(AttributePath::wireName).orElse("/" + text);
  }
}
