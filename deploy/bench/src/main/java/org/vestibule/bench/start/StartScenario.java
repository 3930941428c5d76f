package org.vestibule.bench.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.stack.FirstSignIn;
import org.vestibule.local.host.ProcessFigures;
import org.vestibule.local.host.TemporaryFolder;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;

/**
 * The cold start on built artifacts and the memory of the idle services, three runs; then the first
 * sign-in after each restart.
 */
public final class StartScenario implements Scenario {
  private static final int RUNS = 3;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration START_BAR = Duration.ofSeconds(25);
  private static final long MEMORY_BAR_MIB = 1_229;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "cold start with its phases and idle memory, three runs (bars: 25 s, 1.2 GiB)";
  }

  @Override
  public void run(Workbench bench) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= RUNS; i++) {
      boolean last = i == RUNS;
      Run run = TemporaryFolder.use("vestibule-bench-", data -> once(bench, data, last));
      runs.add(run);
      bench.tell("run %d: %s", i, run.text());
    }
    tell(bench, "start ms", runs.stream().map(Run::startMillis).toList(), START_BAR.toMillis());
    tell(bench, "memory MiB", runs.stream().map(Run::memoryMib).toList(), MEMORY_BAR_MIB);
  }

  private static Run once(Workbench bench, Path data, boolean signIn) throws Exception {
    try (LocalStack stack = LocalStack.start(StackOptions.in(bench.project(), data))) {
      Thread.sleep(IDLE.toMillis());
      Run run = new Run(stack.phases(), memory(stack));
      if (signIn) {
        new FirstSignIn(bench, stack).run();
      }
      return run;
    }
  }

  private static Map<String, Long> memory(LocalStack stack) {
    Map<String, Long> mib = new TreeMap<>();
    for (Service service : Service.values()) {
      long kilobytes =
          stack.pids(service.fullName()).stream()
              .mapToLong(ProcessFigures::proportionalKilobytes)
              .sum();
      mib.put(service.fullName(), kilobytes / 1024);
    }
    return mib;
  }

  private static void tell(Workbench bench, String what, List<Long> values, long bar) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    long median = sorted.get(sorted.size() / 2);
    String verdict = median <= bar ? "held" : "NOT held";
    bench.tell("%s: %s, median %d, bar %d: %s", what, values, median, bar, verdict);
  }

  private record Run(Map<String, Duration> phases, Map<String, Long> memory) {
    long startMillis() {
      return phases.values().stream().mapToLong(Duration::toMillis).max().orElse(0);
    }

    long memoryMib() {
      return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      phases.forEach(
          (phase, at) -> text.append(phase).append(' ').append(at.toMillis()).append(" ms, "));
      memory.forEach(
          (service, mib) -> text.append(service).append(' ').append(mib).append(" MiB, "));
      return text.append("sum ").append(memoryMib()).append(" MiB").toString();
    }
  }
}
