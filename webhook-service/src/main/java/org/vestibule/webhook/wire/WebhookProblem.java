package org.vestibule.webhook.wire;

import java.time.Duration;
import org.vestibule.platform.problem.Problem;

/** Refusals that only this family has. */
public sealed interface WebhookProblem extends Problem {
  /** The body, or a member of it, is not what the operation takes. */
  record Invalid(String text) implements WebhookProblem {}

  /** No token, or one that does not permit this. */
  record Forbidden() implements WebhookProblem {}

  /** The customer has no such thing. */
  record Unknown() implements WebhookProblem {}

  /** The request contradicts what exists. */
  record Conflict(String text) implements WebhookProblem {}

  /** The client asked too often; it may come again after {@code retryAfter}. */
  record TooManyRequests(Duration retryAfter) implements WebhookProblem {}
}
