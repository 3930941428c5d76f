package org.vestibule.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;

/** Renders problems of calls between services as {@code {"errors":"text"}} with an HTTP status. */
@Singleton
public class InternalProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "internal";

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public boolean serves(String path) {
    return path.startsWith("/internal/") || path.equals("/internal");
  }

  @Override
  public Response render(Problem problem, ProblemContext context) {
    if (problem instanceof InternalProblem refused) {
      return answer(refused.status(), refused.text());
    }
    if (problem instanceof StandardProblem.Busy) {
      return answer(503, "busy");
    }
    return answer(status(problem), problem.getClass().getSimpleName());
  }

  private static int status(Problem problem) {
    if (problem instanceof StandardProblem.UnknownPath) {
      return 404;
    }
    if (problem instanceof StandardProblem.MethodNotAllowed) {
      return 405;
    }
    if (problem instanceof StandardProblem.MalformedRequest) {
      return 400;
    }
    return problem instanceof StandardProblem.Unavailable ? 503 : 500;
  }

  private static Response answer(int status, String text) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.write(Json.object().put("errors", text)))
        .build();
  }
}
