package org.vestibule.bench.load;

import java.time.Duration;
import java.util.Arrays;

/** Answers and their times, counted on one thread. */
public final class LoadResult {
  private long[] nanos = new long[1 << 16];
  private int count;
  private int errors;
  private Duration measured = Duration.ZERO;

  void count(long took, boolean isRight) {
    if (!isRight) {
      errors++;
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = took;
  }

  LoadResult over(Duration time) {
    measured = time;
    nanos = Arrays.copyOf(nanos, count);
    Arrays.sort(nanos);
    return this;
  }

  public int answers() {
    return count;
  }

  public int errors() {
    return errors;
  }

  public double perSecond() {
    return count * 1000.0 / measured.toMillis();
  }

  /** The time in milliseconds that this share of the answers stayed under. */
  public double millisecondsAt(double share) {
    return count == 0 ? 0 : nanos[(int) Math.min(count - 1L, (long) (count * share))] / 1e6;
  }
}
