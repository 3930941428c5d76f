package org.vestibule.bench.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.figure.ProcessorTimes;
import org.vestibule.bench.load.LoadResult;

/** How one turn went; times and processor times in milliseconds, the latter of one call. */
record TurnFigures(
    double perSecond, double p50, double p99, double server, double broker, double database) {
  static TurnFigures of(LoadResult load, ProcessorTimes spent) {
    return new TurnFigures(
        load.perSecond(),
        load.p50(),
        load.p99(),
        each(load, spent, Kind.GATEWAY, Kind.SERVICE),
        each(load, spent, Kind.BROKER),
        each(load, spent, Kind.DATABASE));
  }

  private static double each(LoadResult load, ProcessorTimes spent, Kind... kinds) {
    return (double) spent.of(kinds).total() / load.answers();
  }

  /** The median of each figure for itself. */
  static TurnFigures median(List<TurnFigures> turns) {
    return new TurnFigures(
        median(turns, TurnFigures::perSecond),
        median(turns, TurnFigures::p50),
        median(turns, TurnFigures::p99),
        median(turns, TurnFigures::server),
        median(turns, TurnFigures::broker),
        median(turns, TurnFigures::database));
  }

  private static double median(List<TurnFigures> turns, ToDoubleFunction<TurnFigures> figure) {
    double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double whole() {
    return server + broker + database;
  }

  /** The cells of a table. */
  String[] cells(String call, String system) {
    return new String[] {
      call,
      system,
      text("%.1f", perSecond),
      text("%.2f", p50),
      text("%.2f", p99),
      text("%.3f", server),
      text("%.3f", broker),
      text("%.3f", database)
    };
  }

  String line() {
    return text(
        "%.1f/s, p50 %.2f ms, p99 %.2f ms, CPU ms each: server %.3f, broker %.3f, database %.3f",
        perSecond, p50, p99, server, broker, database);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
