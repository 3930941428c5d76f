package org.vestibule.hosted.wire;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Renders problems as {@code {"errors": text}} (hosted-login.md 0.1, 1.2); asked before the
 * renderer of the registration domain, which takes every path.
 */
@ApplicationScoped
@Priority(10)
public class HostedProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "hosted";

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public boolean serves(String path) {
    return !path.equals("/internal") && !path.startsWith("/internal/");
  }

  @Override
  public Response render(Problem problem, ProblemContext context) {
    if (problem instanceof StandardProblem.MethodNotAllowed refused) {
      return Response.fromResponse(answer(405, "Method Not Allowed"))
          .header(
              HttpHeaders.ALLOW, String.join(", ", refused.allowed().stream().sorted().toList()))
          .build();
    }
    if (problem instanceof StandardProblem.UnknownPath) {
      return answer(404, "Not Found");
    }
    return isOutage(problem)
        ? answer(503, "Service Unavailable")
        : answer(500, "Internal Server Error");
  }

  private static boolean isOutage(Problem problem) {
    return problem instanceof StandardProblem.Busy
        || problem instanceof StandardProblem.Unavailable
        || problem instanceof StandardProblem.TimedOut;
  }

  private static Response answer(int status, String text) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Json.bytes(Json.object().put("errors", text)))
        .build();
  }
}
