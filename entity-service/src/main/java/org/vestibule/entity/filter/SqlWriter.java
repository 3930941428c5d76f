package org.vestibule.entity.filter;

import java.util.ArrayList;
import java.util.List;

/** Collects the parameters of a statement; user text enters SQL through {@link #bind} only. */
public final class SqlWriter {
  private final List<Object> parameters = new ArrayList<>();
  private int aliases;

  /** A placeholder for a value. */
  public String bind(Object value, String sqlType) {
    parameters.add(value);
    return "$" + parameters.size() + "::" + sqlType;
  }

  /** A name for a set of elements that is used once in the statement. */
  String alias() {
    return "e" + ++aliases;
  }

  /** The values of the placeholders, the first is {@code $1}. */
  public List<Object> parameters() {
    return List.copyOf(parameters);
  }
}
