package org.vestibule.bench.stack;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.RankSum;
import org.vestibule.bench.figure.TextTable;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.local.stack.LocalStack;

/** Whether somebody can tell by the time of a refusal that an address has an account. */
public final class TimingScenario implements Scenario {
  private static final double LOWEST = 0.47;
  private static final double HIGHEST = 0.53;
  private static final int PAIRS = 2_000;
  private static final int CONNECTIONS = 16;

  // The events and mails of the registrations are on their way for a while.
  private static final Duration SETTLING = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "timing";
  }

  @Override
  public String purpose() {
    return "refused sign-ins of known and unknown addresses; --users = pairs (aim: area 0.47-0.53)";
  }

  @Override
  public LoadShape shape() {
    return new LoadShape(CONNECTIONS, PAIRS, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Override
  public void run(Workbench bench) throws Exception {
    SignInPairs.Times times = ProductionStack.use(bench, (stack, data) -> measure(bench, stack));
    tell(bench, times);
  }

  private static SignInPairs.Times measure(Workbench bench, LocalStack stack)
      throws InterruptedException {
    BenchTenant tenant = BenchTenant.create(stack);
    LoadTarget target = new LoadTarget(BenchTenant.DOMAIN, stack.port());
    int pairs = bench.shape().users();
    int warmUp = Math.min(pairs, PAIRS / 4);
    bench.tell("registering %d users", pairs + warmUp);
    List<Person> people = new Registrations(tenant).register(target, pairs + warmUp);
    Thread.sleep(SETTLING.toMillis());
    try (LoadClient client = new LoadClient(target, bench.shape().connections())) {
      SignInPairs signIns = new SignInPairs(tenant, client);
      signIns.measure(people.subList(pairs, pairs + warmUp));
      bench.tell("measuring %d pairs after %d", pairs, warmUp);
      return signIns.measure(people.subList(0, pairs));
    }
  }

  private static void tell(Workbench bench, SignInPairs.Times times) {
    new TextTable("refused sign-in", "median ms", "90 % ms")
        .row("unknown address", quantile(times.unknown(), 0.5), quantile(times.unknown(), 0.9))
        .row("known address", quantile(times.known(), 0.5), quantile(times.known(), 0.9))
        .lines()
        .forEach(bench.output());
    RankSum found = RankSum.of(times.unknown(), times.known());
    bench.tell(
        "rank-sum area %.4f, 95 %% interval %.4f-%.4f: %s %.2f-%.2f",
        found.area(), found.low(), found.high(), verdict(found), LOWEST, HIGHEST);
  }

  private static String verdict(RankSum found) {
    if (found.isWithin(LOWEST, HIGHEST)) {
      return "within";
    }
    boolean isOutside = found.high() < LOWEST || found.low() > HIGHEST;
    return isOutside ? "NOT within" : "too few pairs to say whether it is within";
  }

  private static String quantile(double[] times, double share) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return String.format(Locale.ROOT, "%.2f", sorted[(int) (share * (sorted.length - 1))]);
  }
}
