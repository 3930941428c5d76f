package org.vestibule.webhook.delivery;

import java.time.Duration;

/**
 * How an attempt ends: the state that follows, the pause before the next attempt or null, and what
 * was answered. An attempt that could not be made is undone and does not count.
 */
record Ending(
    Attempt attempt, DeliveryState state, Duration pause, boolean isUndone, Answer answer) {
  static Ending of(Attempt attempt, DeliveryState state, Duration pause, Answer answer) {
    return new Ending(attempt, state, pause, false, answer);
  }

  /** Nothing was sent, through no fault of the receiver. */
  static Ending undone(Attempt attempt, Duration pause) {
    DeliveryState before =
        attempt.number() == 1 ? DeliveryState.AWAITING_EXECUTING : DeliveryState.AWAITING_RETRY;
    return new Ending(attempt, before, pause, true, Answer.none(null));
  }

  /** The same when the subscription was disabled meanwhile: nothing waits any more. */
  Ending withoutRetry() {
    return pause == null
        ? this
        : new Ending(attempt, DeliveryState.FAILURE, null, isUndone, answer);
  }
}
