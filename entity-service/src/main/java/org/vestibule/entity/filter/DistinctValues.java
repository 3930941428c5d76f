package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.schema.Located;

/** SQL of the values that a scalar attribute has, each once, as JSON in ascending order. */
public final class DistinctValues {
  private DistinctValues() {}

  /** The statement, to which a limit can be added. */
  public static String of(String table, Located located, SqlWriter sql) {
    String column = Source.column(located);
    Source source = Source.of(located, sql);
    List<String> from = new ArrayList<>();
    from.add(table);
    from.addAll(source.elements());
    String value = column == null ? source.node() : reserved(column);
    return ("SELECT found.v::text FROM (SELECT DISTINCT %s AS v FROM %s) AS found"
            + " WHERE jsonb_typeof(found.v) <> 'null' ORDER BY found.v")
        .formatted(value, String.join(", ", from));
  }

  /** A column in the form in which records show it. */
  private static String reserved(String column) {
    return column.equals("id") || column.equals("uuid")
        ? "to_jsonb(" + column + ")"
        : "to_jsonb(to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US +0000'))";
  }
}
