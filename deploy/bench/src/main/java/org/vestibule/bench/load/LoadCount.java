package org.vestibule.bench.load;

import java.time.Duration;
import java.util.Arrays;

/** Answers and their times, counted on one thread. */
final class LoadCount {
  private long[] nanos = new long[1 << 16];
  private int right;
  private int wrong;
  private String firstWrong = "";

  void right(long took) {
    if (right == nanos.length) {
      nanos = Arrays.copyOf(nanos, right * 2);
    }
    nanos[right++] = took;
  }

  void wrong(LoadAnswer answer) {
    if (wrong++ == 0) {
      firstWrong = answer.text();
    }
  }

  /** Puts the times of the warm-up aside; wrong answers are never forgotten. */
  void endWarmUp() {
    right = 0;
  }

  /** What was counted in this time; what comes later is not in it. */
  LoadResult over(Duration time) {
    long[] sorted = Arrays.copyOf(nanos, right);
    Arrays.sort(sorted);
    return new LoadResult(
        right,
        wrong,
        firstWrong,
        right * 1e9 / time.toNanos(),
        Percentile.of(sorted, 0.5) / 1e6,
        Percentile.of(sorted, 0.99) / 1e6);
  }
}
