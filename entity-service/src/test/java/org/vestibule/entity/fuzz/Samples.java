package org.vestibule.entity.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that are easily confused with each other, or with something else. */
public final class Samples {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "A",
          "á",
          "Á",
          "A\u0301",
          "ß",
          "SS",
          "ss",
          "\u1e9e",
          "İ",
          "i",
          "I",
          "ı",
          "k",
          "\u212a",
          "\ufb01",
          "fi",
          "Å",
          "\u212b",
          "A\u030a",
          "ſ",
          "s",
          "Σ",
          "σ",
          "ς",
          "日本",
          "\ud83d\ude00",
          "\uffff",
          "\ud800\udc00",
          "\ufffd",
          "a'b",
          "a\"b",
          "a\\b",
          "\\",
          "'",
          "a\nb",
          "a\tb",
          "%",
          "_",
          "a%",
          "--",
          "/*",
          "';--",
          "$1",
          ":x",
          "null",
          "true",
          "1",
          "1.0",
          "01",
          "2026-02-28",
          "a b",
          "ab",
          "aB",
          "AB",
          "Ab",
          "b",
          "\u00a0",
          "\u200b",
          "zz",
          "Z",
          "[",
          "~",
          "10.0.0.1",
          "9.0.0.1",
          "contains",
          "x is null",
          "\u0130stanbul",
          "a".repeat(600),
          "A".repeat(600));
  private static final List<BigDecimal> WHOLE =
      List.of(
              "0",
              "1",
              "-1",
              "2",
              "5",
              "10",
              "-10",
              "2147483648",
              "9007199254740993",
              "9223372036854775807",
              "-9223372036854775808")
          .stream()
          .map(BigDecimal::new)
          .toList();
  private static final List<BigDecimal> BROKEN =
      List.of(
              "0.5",
              "-0.5",
              "1.1",
              "0.0000000001",
              "12345678901234567890.123456789",
              "5.0000000000000000001",
              "4.99")
          .stream()
          .map(BigDecimal::new)
          .toList();
  private static final List<Instant> TIMES =
      List.of(
              "0001-01-01T00:00:00Z",
              "0999-12-31T23:59:59.999999Z",
              "1999-12-31T23:59:59Z",
              "2000-02-29T00:00:00Z",
              "2026-02-28T06:15:00Z",
              "2026-02-28T06:15:00.500Z",
              "2026-02-28T06:15:00.000001Z",
              "2026-02-28T06:15:01Z",
              "2026-02-28T00:00:00Z",
              "2026-03-01T00:00:00Z",
              "9999-12-31T23:59:59.999999Z")
          .stream()
          .map(Instant::parse)
          .toList();
  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "9.0.0.1", "255.255.255.255", "0.0.0.0");

  private Samples() {}

  /** Every text that occurs, for folding. */
  public static List<String> texts() {
    List<String> all = new java.util.ArrayList<>(TEXTS);
    all.addAll(ADDRESSES);
    return all;
  }

  static String text(Random random) {
    return pick(TEXTS, random);
  }

  static String address(Random random) {
    return pick(ADDRESSES, random);
  }

  static BigDecimal whole(Random random) {
    return pick(WHOLE, random);
  }

  static BigDecimal number(Random random) {
    return random.nextBoolean() ? whole(random) : pick(BROKEN, random);
  }

  static Instant time(Random random) {
    return pick(TIMES, random);
  }

  static LocalDate day(Random random) {
    return time(random)
        .truncatedTo(ChronoUnit.DAYS)
        .atOffset(java.time.ZoneOffset.UTC)
        .toLocalDate();
  }

  static UUID uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
