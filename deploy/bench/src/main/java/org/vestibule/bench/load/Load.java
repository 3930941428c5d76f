package org.vestibule.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends requests over all connections, one at a time on each, and counts the answers. */
public final class Load {
  private final LoadClient client;
  private final Supplier<LoadRequest> next;
  private final List<String> marks;
  private final LoadCount count = new LoadCount();
  private final CountDownLatch spoiled = new CountDownLatch(1);
  private volatile boolean ended;

  /** Every right answer holds the marks. */
  public Load(LoadClient client, Supplier<LoadRequest> next, List<String> marks) {
    this.client = client;
    this.next = next;
    this.marks = marks;
  }

  /** Warms up, then measures; {@code started} runs between the two. A wrong answer ends both. */
  public LoadResult run(Duration warmUp, Duration measured, Runnable started)
      throws InterruptedException {
    for (int connection = 0; connection < client.connections(); connection++) {
      send(connection);
    }
    spoiled.await(warmUp.toMillis(), TimeUnit.MILLISECONDS);
    started.run();
    long began = onLoop(this::begin);
    spoiled.await(measured.toMillis(), TimeUnit.MILLISECONDS);
    return onLoop(() -> end(began));
  }

  private long begin() {
    count.endWarmUp();
    return System.nanoTime();
  }

  private LoadResult end(long began) {
    ended = true;
    return count.over(Duration.ofNanos(System.nanoTime() - began));
  }

  /** Answers are counted on the one event loop, so they are read there too. */
  private <T> T onLoop(Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    client.vertx().runOnContext(turn -> done.complete(work.get()));
    return done.join();
  }

  private void send(int connection) {
    if (ended) {
      return;
    }
    long began = System.nanoTime();
    client
        .send(connection, next.get())
        .onSuccess(answer -> count(answer, System.nanoTime() - began))
        .onComplete(done -> send(connection));
  }

  private void count(LoadAnswer answer, long took) {
    if (answer.isRight(marks)) {
      count.right(took);
    } else {
      count.wrong(answer);
      spoiled.countDown();
    }
  }
}
