package org.vestibule.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows to write. Several writes joined are one statement: all of them happen or none, in one round
 * trip, without BEGIN and COMMIT around them. None of them sees what another one wrote.
 */
public final class Write {
  private static final Write NOTHING = new Write(List.of(), List.of(), List.of());
  private static final Pattern NUMBER = Pattern.compile("\\$(\\d+)");
  private static final int MOST_STATEMENTS = 1_000;
  private static final Map<List<Part>, String> STATEMENTS = new ConcurrentHashMap<>();

  private final List<Part> parts;
  private final List<Object> values;
  private final List<Runnable> afterCommit;

  private Write(List<Part> parts, List<Object> values, List<Runnable> afterCommit) {
    this.parts = parts;
    this.values = values;
    this.afterCommit = afterCommit;
  }

  /** A write that does nothing. */
  public static Write nothing() {
    return NOTHING;
  }

  /**
   * A write by common table expressions.
   *
   * @param name the expression whose rows are counted; it returns one for each row that it wrote
   * @param expressions {@code name AS (…)}, or several of them, with parameters from {@code $1}
   */
  public static Write of(String name, String expressions, Object... values) {
    Part part = new Part(name, expressions, values.length);
    return new Write(List.of(part), Arrays.asList(values), List.of());
  }

  /** The same with something to do after the commit; never after a roll-back. */
  public Write afterCommit(Runnable action) {
    return new Write(parts, values, joined(afterCommit, List.of(action)));
  }

  /** Both or neither. */
  public Write and(Write other) {
    return new Write(
        joined(parts, other.parts),
        joined(values, other.values),
        joined(afterCommit, other.afterCommit));
  }

  /**
   * Another write after this one, and only if this one wrote a row, whose lock is taken first.
   *
   * @param consequence has {@code WHERE true} where the condition belongs
   */
  public Write then(Write consequence) {
    String cause = parts.get(0).name();
    List<Part> dependent = consequence.parts.stream().map(it -> it.onlyAfter(cause)).toList();
    return and(new Write(dependent, consequence.values, consequence.afterCommit));
  }

  /** Writes in a unit of work; the rows of the first write. */
  public Uni<Integer> in(Tx tx) {
    afterCommit.forEach(tx::afterCommit);
    return on(tx.connection());
  }

  /** Writes by one statement; the rows of the first write. */
  Uni<Integer> on(SqlClient client) {
    return parts.isEmpty()
        ? Uni.createFrom().item(0)
        : client
            .preparedQuery(statement(parts))
            .execute(Tuple.from(values))
            .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  private static String statement(List<Part> parts) {
    String known = STATEMENTS.get(parts);
    return known != null ? known : remembered(parts);
  }

  /** Names of tables may be part of a text, so that there is no end of texts by themselves. */
  private static String remembered(List<Part> parts) {
    if (STATEMENTS.size() >= MOST_STATEMENTS) {
      STATEMENTS.clear();
    }
    return STATEMENTS.computeIfAbsent(parts, Write::written);
  }

  private static String written(List<Part> parts) {
    List<String> expressions = new ArrayList<>();
    int offset = 0;
    for (Part part : parts) {
      expressions.add(part.numberedFrom(offset));
      offset += part.parameters();
    }
    return expressions.stream()
        .collect(
            Collectors.joining(",\n", "WITH ", "\nSELECT count(*) FROM " + parts.get(0).name()));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return second.isEmpty() ? first : first.isEmpty() ? second : both(first, second);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first.size() + second.size());
    both.addAll(first);
    both.addAll(second);
    return both;
  }

  /**
   * A text with its own numbers of parameters.
   *
   * @param cause the part without whose rows nothing is written; null = none
   */
  private record Part(String name, String expressions, int parameters, String cause) {
    private static final String ALWAYS = "WHERE true";

    Part(String name, String expressions, int parameters) {
      this(name, expressions, parameters, null);
    }

    Part onlyAfter(String part) {
      if (!expressions.contains(ALWAYS)) {
        throw new IllegalStateException(name + " cannot be the consequence of " + part);
      }
      return new Part(name, expressions, parameters, part);
    }

    String numberedFrom(int offset) {
      String text =
          cause == null
              ? expressions
              : expressions.replace(ALWAYS, "WHERE EXISTS (SELECT FROM " + cause + ")");
      return NUMBER
          .matcher(text)
          .replaceAll(it -> "\\$" + (Integer.parseInt(it.group(1)) + offset));
    }
  }
}
