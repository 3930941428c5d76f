package org.vestibule.bench.load;

/** The nearest-rank percentile: a value that was really measured. */
public final class Percentile {
  private Percentile() {}

  /** The smallest value that this share of the values does not exceed; 0 when there is none. */
  public static long of(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }
}
