package org.vestibule.platform.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a statement returned. */
public final class Rows {
  private Rows() {}

  /** The only row, where there is one. */
  public static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  /** What all rows say, in their order. */
  public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> one) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(one.apply(row)));
    return list;
  }
}
