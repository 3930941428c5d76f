package org.vestibule.platform.loop;

import java.time.Duration;

/**
 * When a loop runs: its normal pause, how long a wake waits for others, the longest pause after
 * failures, the wait for its end.
 */
public record LoopTimes(
    Duration delay, Duration linger, Duration longestBackOff, Duration stopWait) {

  private static final Duration DEFAULT_LONGEST = Duration.ofSeconds(30);
  private static final Duration DEFAULT_STOP_WAIT = Duration.ofSeconds(10);
  private static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(100);
  private static final Duration LONGEST_FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final int MAX_DOUBLINGS = 20;

  /** Normal pause with a back-off of at most 30 s (or the pause, if longer). */
  public static LoopTimes every(Duration delay) {
    return new LoopTimes(delay, Duration.ZERO, longer(delay, DEFAULT_LONGEST), DEFAULT_STOP_WAIT);
  }

  /** The same, where a wake waits for others that come soon after it. */
  public LoopTimes lingering(Duration time) {
    return new LoopTimes(delay, time, longestBackOff, stopWait);
  }

  /** The pause after so many failures in a row; {@code jitter} in [0,1) spreads the replicas. */
  Duration backOff(int failures, double jitter) {
    Duration first = longer(shorter(delay, LONGEST_FIRST_BACK_OFF), SHORTEST_BACK_OFF);
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
    Duration capped = shorter(doubled, longestBackOff);
    return Duration.ofMillis((long) (capped.toMillis() * (0.5 + jitter / 2)));
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }

  private static Duration shorter(Duration left, Duration right) {
    return left.compareTo(right) < 0 ? left : right;
  }
}
