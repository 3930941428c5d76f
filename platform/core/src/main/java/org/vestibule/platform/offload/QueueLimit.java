package org.vestibule.platform.offload;

import java.time.Duration;

/** How much work may wait: never longer than a time, never more than a number. */
record QueueLimit(Duration longestWait, Duration firstGuess, int most) {

  int capacity(int threads, long meanNanos) {
    long finishedInTime = longestWait.toNanos() / meanNanos * threads;
    return (int) Math.max(1, Math.min(most, finishedInTime));
  }
}
