package org.vestibule.webhook.wire;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.vestibule.platform.http.AllowedMethods;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/** Renders every public problem of this service as {@code {"errors":"text"}} (webhooks.md 1). */
@Singleton
@Priority(1)
public class WebhookProblemRenderer implements ProblemRenderer {

  /** Name of the family. */
  public static final String FAMILY = "webhook";

  private final AllowedMethods methods;

  WebhookProblemRenderer(AllowedMethods methods) {
    this.methods = methods;
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public boolean serves(String path) {
    return !path.startsWith("/internal");
  }

  @Override
  public Response render(Problem problem, ProblemContext context) {
    WebhookError error = WebhookError.of(problem);
    Response.ResponseBuilder response =
        WebhookReply.json(error.status(), Json.object().put("errors", error.text()));
    if (problem instanceof StandardProblem.Busy busy) {
      retryAfter(response, busy.retryAfter());
    }
    if (problem instanceof WebhookProblem.TooManyRequests refused) {
      retryAfter(response, refused.retryAfter());
    }
    if (problem instanceof StandardProblem.MethodNotAllowed) {
      response.header(HttpHeaders.ALLOW, methods.of(context.path()));
    }
    return response.build();
  }

  private static void retryAfter(Response.ResponseBuilder response, Duration wait) {
    response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
  }
}
