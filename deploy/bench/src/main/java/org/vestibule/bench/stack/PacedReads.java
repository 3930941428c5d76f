package org.vestibule.bench.stack;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.bench.load.Percentile;

/**
 * Sends requests at a fixed pace, whatever becomes of the ones before; a time counts from when the
 * request was due, so that one which had to wait is not told as quick.
 */
final class PacedReads {
  private static final int CONNECTIONS = 16;

  private final LoadTarget target;
  private final int perSecond;
  private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<LoadAnswer> wrong = new ConcurrentLinkedQueue<>();

  PacedReads(LoadTarget target, int perSecond) {
    this.target = target;
    this.perSecond = perSecond;
  }

  /** The sorted times in nanoseconds; a wrong answer fails. */
  long[] send(List<LoadRequest> requests, List<String> marks, Duration length)
      throws InterruptedException {
    long gap = Duration.ofSeconds(1).toNanos() / perSecond;
    int count = (int) (length.toNanos() / gap);
    try (LoadClient client = new LoadClient(target, CONNECTIONS)) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = start + i * gap;
        awaitTime(due);
        client
            .send(i % CONNECTIONS, requests.get(i % requests.size()))
            .onSuccess(answer -> note(answer, marks, System.nanoTime() - due));
      }
      awaitAll(count);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.size() + " wrong answers: " + wrong.peek().text());
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Milliseconds. */
  static double percentile(long[] sorted, double share) {
    return Percentile.of(sorted, share) / 1e6;
  }

  private void note(LoadAnswer answer, List<String> marks, long nanos) {
    times.add(nanos);
    if (!answer.isRight(marks)) {
      wrong.add(answer);
    }
  }

  private static void awaitTime(long due) throws InterruptedException {
    long left = due - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  private void awaitAll(int count) throws InterruptedException {
    while (times.size() < count) {
      Thread.sleep(10);
    }
  }
}
