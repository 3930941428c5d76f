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

  /** The answers so far, sorted by their times; what comes later is not in it. */
  LoadResult over(Duration time) {
    LoadResult sorted = new LoadResult();
    sorted.nanos = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted.nanos);
    sorted.count = count;
    sorted.errors = errors;
    sorted.measured = time;
    return sorted;
  }

  /** Fails when any answer was not the wanted one: such a run measures something else. */
  public LoadResult requireAllRight() {
    if (errors > 0 || count == 0) {
      throw new IllegalStateException(
          errors + " wrong answers beside " + count + " right ones; nothing is measured by this");
    }
    return this;
  }

  public int answers() {
    return count;
  }

  public double perSecond() {
    return count * 1000.0 / measured.toMillis();
  }

  /** The time in milliseconds that this share of the answers stayed under. */
  public double millisecondsAt(double share) {
    return count == 0 ? 0 : nanos[(int) Math.min(count - 1L, (long) (count * share))] / 1e6;
  }
}
