package org.vestibule.entity.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/** Compares values as entity.md 6 says. */
final class Comparing {
  private Comparing() {}

  static Truth test(Sign sign, int order) {
    return Truth.of(
        switch (sign) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_OR_EQUAL -> order >= 0;
        });
  }

  /** Texts by code points. */
  static int texts(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return java.util.Arrays.compare(left, right);
  }

  /** Values of one kind; days and times meet at midnight. */
  static int values(Kind left, Object a, Kind right, Object b) {
    if (left.isOfTime()) {
      return left == right ? sameTimes(a, b) : time(a).compareTo(time(b));
    }
    return switch (left) {
      case TEXT -> texts((String) a, (String) b);
      case NUMBER -> new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
      case BOOLEAN -> Boolean.compare((Boolean) a, (Boolean) b);
      case UUID -> a.toString().compareTo(b.toString());
      default -> throw new IllegalStateException(left.toString());
    };
  }

  @SuppressWarnings("unchecked")
  private static int sameTimes(Object a, Object b) {
    return ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(a, b);
  }

  private static Instant time(Object value) {
    return value instanceof LocalDate day
        ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
        : (Instant) value;
  }
}
