package org.vestibule.webhook.wire;

import java.util.Map;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.StandardProblem;

/** Status and text of the errors of this family; the one table of them. */
record WebhookError(int status, String text) {

  private static final WebhookError UNEXPECTED = new WebhookError(500, "Internal server error");

  private static final Map<Class<? extends StandardProblem>, WebhookError> STANDARD =
      Map.of(
          StandardProblem.UnknownPath.class, new WebhookError(404, "Not found"),
          StandardProblem.MethodNotAllowed.class, new WebhookError(405, "Method not allowed"),
          StandardProblem.UnsupportedMediaType.class,
              new WebhookError(415, "Unsupported media type"),
          StandardProblem.MalformedRequest.class, new WebhookError(400, "Bad request"),
          StandardProblem.Busy.class, new WebhookError(429, "Too many requests"),
          StandardProblem.Unavailable.class, new WebhookError(503, "Service unavailable"),
          StandardProblem.TimedOut.class, new WebhookError(504, "Gateway timeout"),
          StandardProblem.Unexpected.class, UNEXPECTED);

  static WebhookError of(Problem problem) {
    return problem instanceof StandardProblem standard
        ? STANDARD.getOrDefault(standard.getClass(), UNEXPECTED)
        : UNEXPECTED;
  }
}
