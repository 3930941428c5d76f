package org.vestibule.platform.offload;

import java.util.concurrent.atomic.AtomicLong;

/** A moving average of how long one piece of work takes. */
final class CostEstimate {

  private static final int WEIGHT = 16;

  private final AtomicLong nanos;

  CostEstimate(long firstGuessNanos) {
    this.nanos = new AtomicLong(firstGuessNanos);
  }

  void add(long measuredNanos) {
    nanos.accumulateAndGet(measuredNanos, (mean, x) -> Math.max(1, mean + (x - mean) / WEIGHT));
  }

  long nanos() {
    return nanos.get();
  }
}
