package org.vestibule.bench.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vestibule.bench.Workbench;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.tenant.TenantRequest;

/** What a thousand applications cost the start of config-service and the list of one's clients. */
final class ManyApplications {
  private static final int APPLICATIONS = 1_000;
  private static final int STARTS = 3;
  private static final int MAKERS = 8;
  private static final int ATTEMPTS = 5;
  private static final int TOLD = 200;
  private static final int PATIENCE_MINUTES = 30;
  private static final double BAR = 1.3;

  private final Workbench bench;
  private final LocalStack stack;
  private final Callable<Double> listMillis;

  /** Takes a way to measure the median of the list of clients. */
  ManyApplications(Workbench bench, LocalStack stack, Callable<Double> listMillis) {
    this.bench = bench;
    this.stack = stack;
    this.listMillis = listMillis;
  }

  void run() throws Exception {
    double startBefore = startMillis();
    double listBefore = listMillis.call();
    create();
    double startAfter = startMillis();
    double listAfter = listMillis.call();
    tell("start of config-service", startBefore, startAfter);
    tell("list of an application's clients", listBefore, listAfter);
  }

  private void tell(String what, double before, double after) {
    bench.tell(
        "%s: %.2f ms with few applications, %.2f ms with %,d: %.2f x (bar %.1f)",
        what, before, after, APPLICATIONS, after / before, BAR);
  }

  /** The median of a few. */
  private double startMillis() {
    List<Long> sorted = Stream.generate(this::restart).limit(STARTS).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private long restart() {
    long began = System.nanoTime();
    stack.restart(Service.CONFIG.fullName());
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Several at once: making one mostly waits for the services that take part in it. */
  private void create() throws InterruptedException {
    bench.tell("making %,d applications", APPLICATIONS);
    ExecutorService makers = Executors.newFixedThreadPool(MAKERS);
    AtomicInteger made = new AtomicInteger();
    for (int number = 1; number <= APPLICATIONS; number++) {
      String name = "many" + number;
      makers.submit(() -> create(name, made));
    }
    makers.shutdown();
    makers.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES);
    if (made.get() != APPLICATIONS) {
      throw new IllegalStateException("only " + made.get() + " applications were made");
    }
  }

  private void create(String name, AtomicInteger made) {
    for (int attempt = 1; !isMade(name + "-" + attempt); attempt++) {
      if (attempt == ATTEMPTS) {
        return;
      }
    }
    if (made.incrementAndGet() % TOLD == 0) {
      bench.tell("  %,d", made.get());
    }
  }

  /** A busy machine misses its own time limits; the next try has another name. */
  private boolean isMade(String name) {
    try {
      stack
          .tenantClient()
          .create(new TenantRequest("Many", name, List.of(name + ".example.com"), Map.of()));
      return true;
    } catch (RuntimeException late) {
      return false;
    }
  }
}
