package org.vestibule.hosted.keys;

import java.time.Duration;
import java.time.Instant;

/**
 * What must have happened before which instant so that keys are rotated (hosted-login.md 6,
 * webhooks.md 8.1): the previous key retired, the next one published, the current one taken.
 */
record RotationLimits(Instant retiredBefore, Instant publishedBefore, Instant currentBefore) {
  private static final Duration STAYS_PUBLISHED = Duration.ofDays(8);
  private static final Duration PUBLISHED_AHEAD = Duration.ofHours(24);

  static RotationLimits at(Instant now, Duration rotateAfter) {
    return new RotationLimits(
        now.minus(STAYS_PUBLISHED), now.minus(PUBLISHED_AHEAD), now.minus(rotateAfter));
  }
}
