package org.vestibule.entity.attack;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vestibule.platform.offload.Offload;

/** All hashing threads are busy and no more work may wait, until this is closed. */
final class FullHashQueue implements AutoCloseable {
  private static final int MOST = 20_000;
  private static final int SETTLING = 200;

  private final Offload offload;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean isFull = new AtomicBoolean();
  private final List<Cancellable> waiting = new ArrayList<>();

  FullHashQueue(Offload offload) {
    this.offload = offload;
    while (!isFull.get() && waiting.size() < MOST) {
      waiting.add(
          offload
              .hash(() -> end.await(60, TimeUnit.SECONDS))
              .subscribe()
              .with(done -> {}, refused -> isFull.set(true)));
    }
    if (!isFull.get()) {
      throw new AssertionError("the queue takes whatever comes");
    }
  }

  /** How much was taken before the first refusal. */
  int taken() {
    return waiting.size() - 1;
  }

  /** What waited is withdrawn, and the measured cost of a hash comes back to what is usual. */
  @Override
  public void close() {
    for (int last = waiting.size() - 1; last >= 0; last--) {
      waiting.get(last).cancel();
    }
    end.countDown();
    for (int i = 0; i < SETTLING; i++) {
      offload.hash(() -> true).await().atMost(Duration.ofSeconds(20));
    }
  }
}
