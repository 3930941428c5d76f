package org.vestibule.bench.entity;

import java.util.List;
import java.util.Locale;
import org.vestibule.bench.figure.TextTable;

/**
 * How one kind of call was answered.
 *
 * @param perSecond calls
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param cost processor milliseconds of the answering programs for a call
 */
record Measured(String name, double perSecond, double p50, double p99, double cost) {

  /** The mean of several rounds of the same. */
  static Measured mean(List<Measured> rounds) {
    return new Measured(
        rounds.get(0).name(),
        rounds.stream().mapToDouble(Measured::perSecond).average().orElseThrow(),
        rounds.stream().mapToDouble(Measured::p50).average().orElseThrow(),
        rounds.stream().mapToDouble(Measured::p99).average().orElseThrow(),
        rounds.stream().mapToDouble(Measured::cost).average().orElseThrow());
  }

  static TextTable table() {
    return new TextTable("call", "calls/s", "p50 ms", "p99 ms", "CPU ms/call");
  }

  /** The same as a sentence, for those who wait for the table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s: %.1f/s, p50 %.2f ms, p99 %.2f ms, %.3f CPU ms",
        name,
        perSecond,
        p50,
        p99,
        cost);
  }

  void addTo(TextTable table) {
    table.row(name, one(perSecond), two(p50), two(p99), three(cost));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
