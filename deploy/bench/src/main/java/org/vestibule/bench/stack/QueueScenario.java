package org.vestibule.bench.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.local.stack.LocalStack;

/** What readers notice while more people sign in than can be hashed for. */
public final class QueueScenario implements Scenario {
  private static final int READS_PER_SECOND = 50;
  private static final double BAR_MILLIS = 100;
  private static final int SIGN_INS_AT_ONCE = 100;
  private static final String BUSY = "\"code\":510";
  private static final List<String> RECORD = List.of("\"stat\":\"ok\"", "\"uuid\"");

  @Override
  public String name() {
    return "queue";
  }

  @Override
  public String purpose() {
    return "reads at 50 requests/s while the queue of hashes is full (bar: p99 100 ms)";
  }

  @Override
  public LoadShape shape() {
    return new LoadShape(SIGN_INS_AT_ONCE, 200, Duration.ofSeconds(60), Duration.ofSeconds(60));
  }

  @Override
  public void run(Workbench bench) throws Exception {
    ProductionStack.use(
        bench,
        (stack, data) -> {
          measure(bench, stack);
          return null;
        });
  }

  private static void measure(Workbench bench, LocalStack stack) throws Exception {
    BenchTenant tenant = BenchTenant.create(stack);
    LoadTarget target = new LoadTarget(BenchTenant.DOMAIN, stack.port());
    bench.tell("registering %d users", bench.shape().users());
    List<Person> people = new Registrations(tenant).register(target, bench.shape().users());
    List<LoadRequest> reads = people.stream().map(tenant::record).toList();
    new PacedReads(target, READS_PER_SECOND).send(reads, RECORD, bench.shape().warmUp());
    long[] alone = read(target, reads, bench.shape().measured());
    try (SignIns crowd = new SignIns(tenant, target, people, bench.shape().connections())) {
      crowd.start();
      new PacedReads(target, READS_PER_SECOND).send(reads, RECORD, bench.shape().warmUp());
      long[] beside = read(target, reads, bench.shape().measured());
      tell(bench, "alone", alone);
      tell(bench, "beside " + crowd.text(), beside);
    }
  }

  private static long[] read(LoadTarget target, List<LoadRequest> reads, Duration length)
      throws InterruptedException {
    return new PacedReads(target, READS_PER_SECOND).send(reads, RECORD, length);
  }

  private static void tell(Workbench bench, String when, long[] sorted) {
    bench.tell(
        "%,d reads at %d/s %s: p50 %.2f ms, p99 %.2f ms (bar %.0f)",
        sorted.length,
        READS_PER_SECOND,
        when,
        PacedReads.percentile(sorted, 0.5),
        PacedReads.percentile(sorted, 0.99),
        BAR_MILLIS);
  }

  /** More sign-ins at once than may wait for a hash; who is refused comes back when told to. */
  private static final class SignIns implements AutoCloseable {
    private final BenchTenant tenant;
    private final List<Person> people;
    private final LoadClient client;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong signedIn = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();

    SignIns(BenchTenant tenant, LoadTarget target, List<Person> people, int connections) {
      this.tenant = tenant;
      this.people = people;
      this.client = new LoadClient(target, connections);
    }

    void start() {
      for (int connection = 0; connection < client.connections(); connection++) {
        next(connection);
      }
    }

    private void next(int connection) {
      if (isOver.get()) {
        return;
      }
      Person person = people.get((int) (turn.getAndIncrement() % people.size()));
      client
          .send(connection, tenant.signIn(person))
          .onSuccess(
              answer ->
                  CompletableFuture.delayedExecutor(pause(answer), TimeUnit.SECONDS)
                      .execute(() -> next(connection)));
    }

    /** The {@code Retry-After} of a refusal is one second. */
    private long pause(LoadAnswer answer) {
      if (answer.isRight(List.of("\"capture_user\""))) {
        signedIn.incrementAndGet();
        return 0;
      }
      if (!answer.body().contains(BUSY)) {
        wrong.incrementAndGet();
      }
      refused.incrementAndGet();
      return 1;
    }

    String text() {
      return String.format(
          "%d who sign in over and over (%,d let in, %,d told to come back, %,d otherwise answered)",
          client.connections(), signedIn.get(), refused.get() - wrong.get(), wrong.get());
    }

    @Override
    public void close() {
      isOver.set(true);
      client.close();
    }
  }
}
