package org.vestibule.platform.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Makes the arrays of statements that write many rows at once. */
public final class Columns {
  private Columns() {}

  /** One value of each row, in their order. */
  public static <R, T> Object of(Collection<R> rows, Function<R, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
