package org.vestibule.webhook.wire;

import java.util.Map;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.StandardProblem;

/** Status and text of the errors of this family; the one table of them (webhooks.md 1). */
record WebhookError(int status, String text) {

  private static final WebhookError UNEXPECTED = new WebhookError(500, "Internal server error");

  private static final Map<Class<? extends Problem>, WebhookError> FIXED =
      Map.ofEntries(
          Map.entry(WebhookProblem.Forbidden.class, new WebhookError(403, "Forbidden")),
          Map.entry(WebhookProblem.Unknown.class, new WebhookError(404, "Not found")),
          Map.entry(
              WebhookProblem.TooManyRequests.class, new WebhookError(429, "Too many requests")),
          Map.entry(StandardProblem.UnknownPath.class, new WebhookError(404, "Not found")),
          Map.entry(
              StandardProblem.MethodNotAllowed.class, new WebhookError(405, "Method not allowed")),
          Map.entry(
              StandardProblem.UnsupportedMediaType.class,
              new WebhookError(415, "Unsupported media type")),
          Map.entry(StandardProblem.MalformedRequest.class, new WebhookError(400, "Bad request")),
          Map.entry(StandardProblem.Busy.class, new WebhookError(429, "Too many requests")),
          Map.entry(
              StandardProblem.Unavailable.class, new WebhookError(503, "Service unavailable")),
          Map.entry(StandardProblem.TimedOut.class, new WebhookError(504, "Gateway timeout")));

  static WebhookError of(Problem problem) {
    if (problem instanceof WebhookProblem.Invalid invalid) {
      return new WebhookError(400, invalid.text());
    }
    if (problem instanceof WebhookProblem.Conflict conflict) {
      return new WebhookError(409, conflict.text());
    }
    return FIXED.getOrDefault(problem.getClass(), UNEXPECTED);
  }
}
