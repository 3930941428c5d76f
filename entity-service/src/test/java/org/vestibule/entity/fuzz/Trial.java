package org.vestibule.entity.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vestibule.entity.schema.Attribute;

/** One filter with an order: how it is written and which records it must find. */
public record Trial(Clause clause, String filter, List<Key> keys, List<String> order) {
  private static final int DEEPEST = 4;

  /** A key of an order. */
  record Key(Route route, boolean isDescending) {}

  /** Makes a trial. */
  public static Trial of(Random random, RandomClauses clauses) {
    Spelling spelling = new Spelling(random);
    Clause clause = clauses.clause(random.nextInt(DEEPEST));
    List<Key> keys = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      keys.add(new Key(Samples.pick(clauses.sortable(), random), random.nextBoolean()));
    }
    List<String> order = new ArrayList<>();
    keys.forEach(it -> order.add((it.isDescending() ? "-" : "") + spelling.path(it.route())));
    order.add("id");
    return new Trial(clause, spelling.of(clause), keys, order);
  }

  /** The ids of the records that the filter fits, in order. */
  public List<Long> expected(List<Map<String, Object>> records, Folds folds) {
    Comparator<Map<String, Object>> order = (a, b) -> 0;
    for (Key key : keys) {
      order = order.thenComparing(by(key));
    }
    return records.stream()
        .filter(it -> clause.of(it, folds) == Truth.TRUE)
        .sorted(order.thenComparing(Trial::id))
        .map(Trial::id)
        .toList();
  }

  private static Long id(Map<String, Object> record) {
    return Long.valueOf(record.get("id").toString());
  }

  /** Nulls last when ascending, and so first when descending. */
  private static Comparator<Map<String, Object>> by(Key key) {
    Attribute target = key.route().target();
    Comparator<Object> values =
        Comparator.nullsLast((a, b) -> Comparing.values(Kind.of(target), a, Kind.of(target), b));
    Comparator<Map<String, Object>> ascending =
        (a, b) -> values.compare(key.route().values(a).get(0), key.route().values(b).get(0));
    return key.isDescending() ? ascending.reversed() : ascending;
  }
}
