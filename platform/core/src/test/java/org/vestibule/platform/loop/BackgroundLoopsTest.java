package org.vestibule.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopsTest {
  private static final int ROUNDS = 3;

  private final Vertx vertx = Vertx.vertx();
  private final Counted first = new Counted("first");
  private final Counted second = new Counted("second");
  private final BackgroundLoops loops = new BackgroundLoops(List.of(first, second), vertx);

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void everyWork_isRepeatedFromTheStartToTheEnd() throws InterruptedException {
    assertThat(first.rounds.availablePermits()).isZero();

    loops.onStart(new StartupEvent());
    assertThat(first.rounds.tryAcquire(ROUNDS, 5, TimeUnit.SECONDS)).isTrue();
    assertThat(second.rounds.tryAcquire(ROUNDS, 5, TimeUnit.SECONDS)).isTrue();

    loops.onStop(new ShutdownEvent());
    first.rounds.drainPermits();
    assertThat(first.rounds.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
  }

  private record Counted(String name, Semaphore rounds) implements BackgroundWork {
    Counted(String name) {
      this(name, new Semaphore(0));
    }

    @Override
    public LoopTimes times() {
      return LoopTimes.every(Duration.ofMillis(10));
    }

    @Override
    public Uni<Boolean> work() {
      return Uni.createFrom().item(false).invoke(() -> rounds.release());
    }
  }
}
