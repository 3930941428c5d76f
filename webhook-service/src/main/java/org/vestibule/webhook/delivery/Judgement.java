package org.vestibule.webhook.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.vestibule.webhook.WebhookConfig;

/** Decides what follows from an answer (webhooks.md 9). */
@Singleton
class Judgement {
  private static final int GONE = 410;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final RetrySchedule schedule;
  private final Clock clock;

  Judgement(WebhookConfig config, Clock clock) {
    this.schedule = new RetrySchedule(config.webhook().delivery().waitFactor());
    this.clock = clock;
  }

  Ending of(Attempt attempt, Answer answer) {
    if (answer.hasStatus(200, 299)) {
      return Ending.of(attempt, DeliveryState.SUCCESS, null, answer);
    }
    return isFinal(answer)
        ? Ending.of(attempt, DeliveryState.FAILURE, null, answer)
        : again(attempt, answer);
  }

  /** Redirects are not followed, and neither a blocked address nor garbage gets better. */
  private static boolean isFinal(Answer answer) {
    return answer.hasStatus(0, 399)
        || answer.hasStatus(GONE, GONE)
        || Answer.BLOCKED.equals(answer.error())
        || Answer.PROTOCOL.equals(answer.error());
  }

  private Ending again(Attempt attempt, Answer answer) {
    double jitter = ThreadLocalRandom.current().nextDouble();
    return schedule
        .waitAfter(attempt.ofSchedule(), jitter, asked(answer))
        .map(wait -> Ending.of(attempt, DeliveryState.AWAITING_RETRY, wait, answer))
        .orElseGet(() -> Ending.of(attempt, DeliveryState.FAILURE, null, answer));
  }

  private Duration asked(Answer answer) {
    boolean isHeard =
        answer.hasStatus(TOO_MANY_REQUESTS, TOO_MANY_REQUESTS)
            || answer.hasStatus(UNAVAILABLE, UNAVAILABLE);
    return isHeard ? RetryAfter.of(answer, clock.instant()) : Duration.ZERO;
  }
}
