package org.vestibule.webhook.wire;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/** Renders every public problem of this service as {@code {"errors":"text"}} (webhooks.md 1). */
@ApplicationScoped
@Priority(1)
public class WebhookProblemRenderer implements ProblemRenderer {

  /** Name of the family. */
  public static final String FAMILY = "webhook";

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
        Response.status(error.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(Json.write(Json.object().put("errors", error.text())));
    if (problem instanceof StandardProblem.Busy busy) {
      response.header("Retry-After", Math.max(1, busy.retryAfter().toSeconds()));
    }
    if (problem instanceof StandardProblem.MethodNotAllowed refused) {
      response.header("Allow", String.join(", ", refused.allowed()));
    }
    return response.build();
  }
}
