package org.vestibule.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The waits between attempts (webhooks.md 9): five of them, so six attempts. */
final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(24));
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration JITTERED_FROM = Duration.ofSeconds(30);
  private static final double MOST_JITTER = 0.1;

  private final double factor;

  RetrySchedule(double factor) {
    this.factor = factor;
  }

  /**
   * The wait after so many attempts, or nothing after the last; jitter in [0,1) spreads receivers
   * that failed together, and the receiver may ask for a longer wait.
   */
  Optional<Duration> waitAfter(int attempts, double jitter, Duration asked) {
    return attempts > WAITS.size()
        ? Optional.empty()
        : Optional.of(longer(scaled(WAITS.get(attempts - 1), jitter), asked));
  }

  private Duration scaled(Duration wait, double jitter) {
    double stretch = wait.compareTo(JITTERED_FROM) < 0 ? 1 : 1 + MOST_JITTER * jitter;
    return Duration.ofMillis((long) (wait.toMillis() * stretch * factor));
  }

  private static Duration longer(Duration wait, Duration asked) {
    Duration allowed = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    return wait.compareTo(allowed) > 0 ? wait : allowed;
  }
}
