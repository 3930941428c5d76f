package org.vestibule.bench.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.ProcessorTimes;
import org.vestibule.bench.figure.StackFigures;
import org.vestibule.bench.hash.BareHash;
import org.vestibule.bench.load.LoadPlan;
import org.vestibule.bench.load.LoadProcess;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.stack.LocalStack;

/**
 * Measures one workload on a fresh stack that runs with the flags of production, in turns with the
 * bare hash, because a shared machine is not as quick in one minute as in the next.
 */
final class StackMeasurement {
  // Events and mails of the registrations are on their way for a while.
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int ROUNDS = 3;

  private final Workbench bench;
  private final Workload workload;
  private final Optional<Workload> heating;

  /** Warms up with the workload itself. */
  StackMeasurement(Workbench bench, Workload workload) {
    this(bench, workload, Optional.empty());
  }

  /**
   * Warms up with another workload first, which takes the same ways more often: a few thousand
   * requests do not bring the compiler to its end.
   */
  StackMeasurement(Workbench bench, Workload workload, Workload heating) {
    this(bench, workload, Optional.of(heating));
  }

  private StackMeasurement(Workbench bench, Workload workload, Optional<Workload> heating) {
    this.bench = bench;
    this.workload = workload;
    this.heating = heating;
  }

  StackRounds run() throws Exception {
    bench.tell(
        "JDK %s, services and broker run with %s",
        Runtime.version(), String.join(" ", MachineFlags.PRODUCTION.commandLine(0)));
    return ProductionStack.use(bench, (stack, data) -> measure(stack));
  }

  private StackRounds measure(LocalStack stack) throws Exception {
    BenchTenant tenant = BenchTenant.create(stack);
    LoadTarget target = new LoadTarget(BenchTenant.DOMAIN, stack.port());
    bench.tell("registering %d users", bench.shape().users());
    List<Person> people = new Registrations(tenant).register(target, bench.shape().users());
    List<Part> parts = StackParts.of(stack);
    ProcessorTimes idle = idle(parts);
    bench.tell(
        "%d connections, %d s warm-up, %d s measured in %d rounds",
        bench.shape().connections(),
        bench.shape().warmUp().toSeconds(),
        bench.shape().measured().toSeconds(),
        ROUNDS);
    if (heating.isPresent()) {
      try (LoadProcess other = LoadProcess.start(plan(target, heating.get(), tenant, people))) {
        warmUp(other);
      }
    }
    try (LoadProcess load = LoadProcess.start(plan(target, workload, tenant, people))) {
      warmUp(load);
      return rounds(load, parts, idle);
    }
  }

  private StackRounds rounds(LoadProcess load, List<Part> parts, ProcessorTimes idle)
      throws Exception {
    List<StackFigures> rounds = new ArrayList<>();
    BareHash before = BareHash.measure();
    for (int i = 0; i < ROUNDS; i++) {
      load.again(bench.shape().round(ROUNDS));
      MeasuredLoad measured = MeasuredLoad.of(load, parts);
      BareHash after = BareHash.measure();
      rounds.add(new StackFigures(measured.result(), measured.spent(), idle, before.plus(after)));
      before = after;
    }
    return new StackRounds(rounds);
  }

  private LoadPlan plan(
      LoadTarget target, Workload workload, BenchTenant tenant, List<Person> people) {
    LoadShape heating = bench.shape().heating();
    return new LoadPlan(target, heating, workload.marks(), workload.requests(tenant, people));
  }

  private void warmUp(LoadProcess load) throws IOException {
    load.awaitStart();
    load.awaitEnd();
    bench.tell("warmed up with %s", load.result().requireAllRight().text());
  }

  private static ProcessorTimes idle(List<Part> parts) throws InterruptedException {
    Thread.sleep(SETTLING.toMillis());
    ProcessorTimes start = ProcessorTimes.of(parts);
    Thread.sleep(IDLE.toMillis());
    return ProcessorTimes.of(parts).since(start).perSecond(IDLE);
  }
}
