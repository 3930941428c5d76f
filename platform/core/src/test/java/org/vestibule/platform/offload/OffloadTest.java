package org.vestibule.platform.offload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffloadTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Offload offload =
      new Offload(metrics, new OffloadSettings(1, Duration.ofSeconds(1), 2));
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void stop() {
    gate.countDown();
    offload.stop();
  }

  @Test
  void work_runsOnItsOwnNamedThread() {
    assertThat(await(offload.hash(this::threadName))).startsWith("vestibule-hash-");
    assertThat(await(offload.io(this::threadName))).startsWith("vestibule-io-");
  }

  @Test
  void failure_isPassedOn() {
    Uni<String> failing =
        offload.io(
            () -> {
              throw new IOException("disk");
            });
    assertThatThrownBy(() -> await(failing)).hasRootCauseMessage("disk");
  }

  @Test
  void result_comesBackOnTheCallersContext() throws Exception {
    Vertx vertx = Vertx.vertx();
    Context caller = vertx.getOrCreateContext();
    CompletableFuture<Context> seen = new CompletableFuture<>();
    caller.runOnContext(
        ignored ->
            offload
                .hash(this::threadName)
                .subscribe()
                .with(name -> seen.complete(Vertx.currentContext())));
    assertThat(seen.get(5, TimeUnit.SECONDS)).isSameAs(caller);
    vertx.close();
  }

  @Test
  void whenTheQueueHoldsOneSecondOfWork_furtherWorkIsRefused() {
    List<UniAssertSubscriber<String>> admitted = new ArrayList<>();
    // One thread and a first guess of 40 ms: one runs and 25 wait.
    for (int i = 0; i < 26; i++) {
      admitted.add(subscribe(offload.hash(this::waitAtGate)));
    }
    assertThat(waiting()).isEqualTo(25);
    assertThatThrownBy(() -> await(offload.hash(this::threadName)))
        .isInstanceOf(BusyException.class)
        .hasMessage("the hash pool is full");
    gate.countDown();
    admitted.forEach(one -> one.awaitItem(LIMIT));
    assertThat(await(offload.hash(this::threadName))).startsWith("vestibule-hash-");
  }

  @Test
  void cancelledWork_givesItsPlaceBackAndNeverRuns() {
    AtomicInteger ran = new AtomicInteger();
    UniAssertSubscriber<String> running = subscribe(offload.hash(this::waitAtGate));
    List<UniAssertSubscriber<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      waiting.add(subscribe(offload.hash(ran::incrementAndGet)));
    }
    waiting.forEach(UniAssertSubscriber::cancel);
    assertThat(waiting()).isZero();
    gate.countDown();
    running.awaitItem(LIMIT);
    assertThat(await(offload.hash(ran::get))).isZero();
  }

  @Test
  void slowerWork_shrinksTheQueue() {
    CostEstimate cost = new CostEstimate(Duration.ofMillis(40).toNanos());
    for (int i = 0; i < 200; i++) {
      cost.add(Duration.ofMillis(200).toNanos());
    }
    QueueLimit limit = new QueueLimit(Duration.ofSeconds(1), Duration.ofMillis(40), 100);
    assertThat(limit.capacity(2, cost.nanos())).isBetween(9, 10);
    assertThat(limit.capacity(2, Duration.ofSeconds(9).toNanos())).isEqualTo(1);
    assertThat(limit.capacity(2, 1)).isEqualTo(100);
  }

  private double waiting() {
    return metrics.get("vestibule.offload.waiting").tag("pool", "hash").gauge().value();
  }

  private String threadName() {
    return Thread.currentThread().getName();
  }

  private String waitAtGate() throws InterruptedException {
    gate.await(10, TimeUnit.SECONDS);
    return "through";
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(LIMIT);
  }

  private static <T> UniAssertSubscriber<T> subscribe(Uni<T> work) {
    return work.subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
