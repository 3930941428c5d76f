package org.vestibule.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

  private static final LoopTimes RARELY =
      new LoopTimes(
          Duration.ofMinutes(5), Duration.ZERO, Duration.ofMinutes(5), Duration.ofSeconds(5));

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger runs = new AtomicInteger();
  private final Semaphore began = new Semaphore(0);
  private Loop loop;

  @AfterEach
  void stop() {
    loop.stop();
    vertx.close();
  }

  @Test
  void whileThereIsMore_itRunsAtOnce() throws Exception {
    start(RARELY, () -> countOnce().map(more -> runs.get() < 5));
    awaitRuns(5);
    Thread.sleep(100);
    assertThat(runs).hasValue(5);
  }

  @Test
  void wake_cutsThePauseShort() throws Exception {
    start(RARELY, this::countOnce);
    awaitRuns(1);
    Thread.sleep(50);
    loop.wake();
    awaitRuns(1);
    assertThat(runs).hasValue(2);
  }

  @Test
  void wakesInARow_waitForEachOther_andNotForever() throws Exception {
    start(RARELY.lingering(Duration.ofMillis(200)), this::countOnce);
    awaitRuns(1);
    for (int i = 0; i < 30; i++) {
      loop.wake();
      Thread.sleep(20);
    }
    awaitRuns(1);
    assertThat(runs.get()).isBetween(3, 6);
  }

  @Test
  void wakesDuringARun_giveExactlyOneMoreAndNeverTwoAtATime() throws Exception {
    AtomicInteger atATime = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CompletableFuture<Boolean> gate = new CompletableFuture<>();
    start(
        RARELY,
        () ->
            countOnce()
                .invoke(() -> most.accumulateAndGet(atATime.incrementAndGet(), Math::max))
                .chain(() -> Uni.createFrom().completionStage(gate))
                .invoke(atATime::decrementAndGet));
    awaitRuns(1);
    for (int i = 0; i < 10; i++) {
      loop.wake();
    }
    gate.complete(false);
    awaitRuns(1);
    Thread.sleep(250);
    assertThat(runs).hasValue(2);
    assertThat(most).hasValue(1);
  }

  @Test
  void afterFailures_itBacksOffAndRecovers() throws Exception {
    LoopTimes quick =
        new LoopTimes(
            Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(5));
    start(
        quick,
        () ->
            countOnce()
                .invoke(
                    () -> {
                      if (runs.get() < 3) {
                        throw new IllegalStateException("not yet");
                      }
                    }));
    awaitRuns(6);
  }

  @Test
  void aStepThatThrows_isAFailureNotTheEnd() throws Exception {
    LoopTimes quick =
        new LoopTimes(
            Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(20), Duration.ofSeconds(5));
    start(
        quick,
        () -> {
          countOnce();
          throw new IllegalStateException("no Uni at all");
        });
    awaitRuns(3);
  }

  @Test
  void wakeDuringBackOff_doesNotHammer() throws Exception {
    LoopTimes slow =
        new LoopTimes(
            Duration.ofSeconds(60), Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(5));
    start(slow, () -> countOnce().chain(() -> Uni.createFrom().failure(new Exception("down"))));
    awaitRuns(1);
    for (int i = 0; i < 20; i++) {
      loop.wake();
      Thread.sleep(5);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void stop_waitsForTheRunAndStartsNoOther() throws Exception {
    AtomicInteger finished = new AtomicInteger();
    start(
        RARELY,
        () ->
            countOnce()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(200))
                .invoke(finished::incrementAndGet)
                .replaceWith(true));
    awaitRuns(1);
    loop.stop();
    assertThat(finished).hasValue(1);
    loop.wake();
    loop.start();
    Thread.sleep(50);
    assertThat(runs).hasValue(1);
  }

  @Test
  void stop_givesUpOnAHangingRun() throws Exception {
    LoopTimes times =
        new LoopTimes(Duration.ofSeconds(1), Duration.ZERO, RARELY.delay(), Duration.ofMillis(50));
    start(times, () -> countOnce().chain(() -> Uni.createFrom().nothing()));
    awaitRuns(1);
    long start = System.nanoTime();
    loop.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  private void start(LoopTimes times, Supplier<Uni<Boolean>> step) {
    loop = new Loop("test", times, vertx, step);
    loop.start();
  }

  private Uni<Boolean> countOnce() {
    runs.incrementAndGet();
    began.release();
    return Uni.createFrom().item(false);
  }

  private void awaitRuns(int count) throws InterruptedException {
    assertThat(began.tryAcquire(count, 5, TimeUnit.SECONDS)).isTrue();
  }
}
