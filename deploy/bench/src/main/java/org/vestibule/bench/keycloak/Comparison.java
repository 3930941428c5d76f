package org.vestibule.bench.keycloak;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.TextTable;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadPlan;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.stack.MeasuredLoad;

/** Asks both systems for the same, in turns, while the other one stands still. */
final class Comparison {
  private static final int ROUNDS = 3;
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration CALM = Duration.ofSeconds(3);
  private static final int RIGHT_IN_SEQUENCE = 10;
  private static final long PAUSE_MILLIS = 200;
  private static final long WAKING_NANOS = Duration.ofSeconds(60).toNanos();

  private final Workbench bench;
  private final List<Contestant> contestants;
  private final Standstill standstill;
  private final TextTable table =
      new TextTable(
          "call", "system", "calls/s", "p50 ms", "p99 ms", "CPU ms: server", "broker", "database");

  Comparison(Workbench bench, List<Contestant> contestants, Standstill standstill) {
    this.bench = bench;
    this.contestants = contestants;
    this.standstill = standstill;
  }

  void run() throws Exception {
    List<String> ratios = new ArrayList<>();
    for (Task task : Task.values()) {
      ratios.add(compare(task));
    }
    table.lines().forEach(bench.output());
    ratios.forEach(bench.output());
  }

  private String compare(Task task) throws Exception {
    for (Contestant each : contestants) {
      bench.tell("%s, %s: %s", task.text(), each.name(), each.calls().get(task).work());
      TurnFigures warm = turn(each, task, bench.shape().heating());
      bench.tell("  warmed up with %s", warm.line());
    }
    Map<Contestant, List<TurnFigures>> turns = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (Contestant each : contestants) {
        TurnFigures figures = turn(each, task, measured());
        bench.tell("  round %d, %s: %s", round, each.name(), figures.line());
        turns.computeIfAbsent(each, unused -> new ArrayList<>()).add(figures);
      }
    }
    turns.forEach(
        (each, all) -> table.row(TurnFigures.median(all).cells(task.text(), each.name())));
    return ratio(task, turns);
  }

  private LoadShape measured() {
    LoadShape shape = bench.shape();
    return new LoadShape(shape.connections(), shape.users(), SETTLING, shape.measured());
  }

  private String ratio(Task task, Map<Contestant, List<TurnFigures>> turns) {
    TurnFigures first = TurnFigures.median(turns.get(contestants.get(0)));
    TurnFigures second = TurnFigures.median(turns.get(contestants.get(1)));
    return String.format(
        Locale.ROOT,
        "%s: %s answers %.2f x as many as %s and spends %.2f x its CPU time on one, with broker and"
            + " database (medians of %d turns)",
        task.text(),
        contestants.get(0).name(),
        first.perSecond() / second.perSecond(),
        contestants.get(1).name(),
        first.whole() / second.whole(),
        ROUNDS);
  }

  private TurnFigures turn(Contestant contestant, Task task, LoadShape shape) throws Exception {
    Calls calls = contestant.calls().get(task);
    // What is under way must end first: a hash that was computed over a standstill of a minute is
    // told to take a minute, and whoever limits its queue by that refuses what comes next.
    Thread.sleep(CALM.toMillis());
    standstill.letWork(contestant.pids());
    LoadPlan plan = new LoadPlan(contestant.target(), shape, calls.marks(), calls.requests());
    awaken(contestant, plan);
    MeasuredLoad measured = MeasuredLoad.of(plan, contestant.parts());
    return TurnFigures.of(measured.result(), measured.spent());
  }

  // Who stood still for minutes finds that some of its connections are gone.
  private void awaken(Contestant contestant, LoadPlan plan) throws InterruptedException {
    long end = System.nanoTime() + WAKING_NANOS;
    Supplier<LoadRequest> next = plan.round();
    try (LoadClient client = new LoadClient(plan.target(), plan.shape().connections())) {
      int right = 0;
      while (right < RIGHT_IN_SEQUENCE) {
        List<LoadAnswer> wrong = wrongOnes(client, next, plan.marks());
        right = wrong.isEmpty() ? right + 1 : 0;
        if (right == 0 && System.nanoTime() > end) {
          throw new IllegalStateException(
              contestant.name() + " does not answer as wanted: " + wrong.get(0).text());
        }
        Thread.sleep(wrong.isEmpty() ? 0 : PAUSE_MILLIS);
      }
    }
  }

  /** One request over each connection, all at once. */
  private static List<LoadAnswer> wrongOnes(
      LoadClient client, Supplier<LoadRequest> next, List<String> marks) {
    List<Future<LoadAnswer>> all =
        IntStream.range(0, client.connections()).mapToObj(i -> client.send(i, next.get())).toList();
    Future.join(all).toCompletionStage().toCompletableFuture().join();
    return all.stream().map(Future::result).filter(answer -> !answer.isRight(marks)).toList();
  }
}
