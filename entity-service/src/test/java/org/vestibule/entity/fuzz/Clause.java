package org.vestibule.entity.fuzz;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.vestibule.entity.fuzz.Route.Hop;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** A filter as the specification means it, worked out in memory. */
interface Clause {
  Truth of(Map<String, Object> record, Folds folds);

  /** Both or one of two. */
  record Junction(boolean all, Clause left, Clause right) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      Truth a = left.of(record, folds);
      Truth b = right.of(record, folds);
      return all ? a.and(b) : a.or(b);
    }
  }

  /** The opposite. */
  record Not(Clause inner) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      return inner.of(record, folds).not();
    }
  }

  /** Whether two conditions are equally true, or not. */
  record Equally(boolean equal, Clause left, Clause right) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      Truth same = left.of(record, folds).equalTo(right.of(record, folds));
      return equal ? same : same.not();
    }
  }

  /** True or false of every record. */
  record Constant(boolean value) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      return Truth.of(value);
    }
  }

  /** Two constants compared. */
  record Constants(Literal left, Sign sign, Literal right) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      return Comparing.test(
          sign, Comparing.values(left.kind(), left.value(), right.kind(), right.value()));
    }
  }

  /** A boolean attribute that stands alone. */
  record Flag(Route route) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      return new Test(route, Sign.EQUAL, new Literal(Kind.BOOLEAN, true), false).of(record, folds);
    }
  }

  /**
   * An attribute compared with a constant.
   *
   * @param isMirrored whether the constant is written first
   */
  record Test(Route route, Sign sign, Literal literal, boolean isMirrored) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      List<Object> values = route.values(record);
      if (!route.isMany()) {
        return of(values.get(0), folds);
      }
      return Truth.of(values.stream().anyMatch(it -> of(it, folds) == Truth.TRUE));
    }

    private Truth of(Object value, Folds folds) {
      if (value == null) {
        return Truth.UNKNOWN;
      }
      Object constant = literal.value();
      if (route.target().folds()) {
        return Comparing.test(
            sign, Comparing.texts(folds.of((String) value), folds.of((String) constant)));
      }
      if (route.kind() == Kind.DAY) {
        constant = ((Instant) constant).atOffset(ZoneOffset.UTC).toLocalDate();
      }
      return Comparing.test(sign, Comparing.values(route.kind(), value, route.kind(), constant));
    }
  }

  /** Two attributes compared; those of one element where both lie in the same plural. */
  record Pair(Route left, Sign sign, Route right) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      if (left.isMany() || right.isMany()) {
        return Truth.of(any(record, left.hops(), right.hops(), folds));
      }
      return of(left.values(record).get(0), right.values(record).get(0), folds);
    }

    private boolean any(
        Map<String, Object> container, List<Hop> lefts, List<Hop> rights, Folds folds) {
      boolean together =
          lefts.size() > 1 && rights.size() > 1 && lefts.get(0).equals(rights.get(0));
      if (together) {
        Object value = container.get(lefts.get(0).attribute().name());
        return Route.containers(lefts.get(0), value).stream()
            .anyMatch(it -> any(it, tail(lefts), tail(rights), folds));
      }
      return Route.values(lefts, container).stream()
          .anyMatch(
              a ->
                  Route.values(rights, container).stream()
                      .anyMatch(b -> of(a, b, folds) == Truth.TRUE));
    }

    private static List<Hop> tail(List<Hop> hops) {
      return hops.subList(1, hops.size());
    }

    private Truth of(Object a, Object b, Folds folds) {
      if (a == null || b == null) {
        return Truth.UNKNOWN;
      }
      boolean folding = left.target().folds() || right.target().folds();
      return Comparing.test(
          sign,
          folding
              ? Comparing.texts(folds.of((String) a), folds.of((String) b))
              : Comparing.values(left.kind(), a, right.kind(), b));
    }
  }

  /** Whether an attribute has no value. */
  record Null(Route route, boolean isNull) implements Clause {
    @Override
    public Truth of(Map<String, Object> record, Folds folds) {
      return Truth.of(
          route.values(record).stream().anyMatch(it -> isEmpty(route.target(), it) == isNull));
    }

    @SuppressWarnings("unchecked")
    private static boolean isEmpty(Attribute attribute, Object value) {
      if (attribute.type() == AttributeType.PLURAL) {
        return ((List<Object>) value).isEmpty();
      }
      if (attribute.type() == AttributeType.OBJECT) {
        Map<String, Object> members = (Map<String, Object>) value;
        return attribute.children().values().stream()
            .allMatch(it -> isEmpty(it, members.get(it.name())));
      }
      return value == null;
    }
  }
}
