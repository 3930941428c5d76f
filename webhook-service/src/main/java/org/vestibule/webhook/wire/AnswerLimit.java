package org.vestibule.webhook.wire;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.loop.TimeLimit;
import org.vestibule.platform.problem.StandardProblem;
import org.vestibule.webhook.WebhookConfig;

/** Ends calls of the administrative API that take too long (webhooks.md 1). */
@Singleton
public class AnswerLimit {
  private final Vertx vertx;
  private final Duration longest;

  AnswerLimit(Vertx vertx, WebhookConfig config) {
    this.vertx = vertx;
    this.longest = config.webhook().subscriptions().answerWithin();
  }

  /** The work, or a problem when it is not done in time. */
  public <T> Uni<T> on(Uni<T> work) {
    return TimeLimit.of(
        vertx,
        longest,
        () -> new StandardProblem.TimedOut("no answer within " + longest).exception(),
        work);
  }
}
