package org.vestibule.platform.capture.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/** Renders problems in the form of the registration-domain families (authentication.md 1.3). */
@Singleton
public class CaptureProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "capture";

  private static final int LIMITED = 510;

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
    if (problem instanceof CaptureProblem known) {
      return reply(200, known, context).build();
    }
    if (problem instanceof StandardProblem standard) {
      return standard(standard, context);
    }
    return unexpected(context);
  }

  private static Response standard(StandardProblem problem, ProblemContext context) {
    if (problem instanceof StandardProblem.UnknownPath) {
      return reply(200, CaptureProblem.unknownOperation(), context).build();
    }
    if (problem instanceof StandardProblem.MethodNotAllowed notAllowed) {
      return methodNotAllowed(notAllowed.allowed(), context);
    }
    if (problem instanceof StandardProblem.Busy busy) {
      return limited(busy.retryAfter().toSeconds(), context);
    }
    if (problem instanceof StandardProblem.TimedOut) {
      return reply(200, CaptureProblem.of(CaptureCode.TIMEOUT, "the call timed out"), context)
          .build();
    }
    if (problem instanceof StandardProblem.Unavailable) {
      return unavailable(context);
    }
    if (problem instanceof StandardProblem.MalformedRequest) {
      return reply(200, malformed(), context).build();
    }
    return unexpected(context);
  }

  private static CaptureProblem malformed() {
    return CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, "the request could not be read");
  }

  private static Response methodNotAllowed(Set<String> allowed, ProblemContext context) {
    CaptureProblem problem =
        CaptureProblem.of(
            CaptureCode.INVALID_ARGUMENT, "the HTTP method is not allowed for this endpoint");
    Response.ResponseBuilder refusal = reply(405, problem, context);
    return allowed.isEmpty()
        ? refusal.build()
        : refusal.header("Allow", String.join(", ", allowed)).build();
  }

  private static Response limited(long seconds, ProblemContext context) {
    CaptureProblem problem =
        CaptureProblem.of(CaptureCode.API_LIMIT_ERROR, "too many simultaneous calls");
    return reply(LIMITED, problem, context).header("Retry-After", Math.max(1, seconds)).build();
  }

  private static Response unavailable(ProblemContext context) {
    CaptureProblem problem =
        CaptureProblem.of(CaptureCode.UNEXPECTED_ERROR, "the service is not available");
    return reply(503, problem, context).header("Retry-After", 1).build();
  }

  private static Response unexpected(ProblemContext context) {
    return reply(
            500,
            CaptureProblem.of(CaptureCode.UNEXPECTED_ERROR, "unexpected internal error"),
            context)
        .build();
  }

  private static Response.ResponseBuilder reply(
      int status, CaptureProblem problem, ProblemContext context) {
    ObjectNode body = Json.object();
    body.put("stat", "error");
    body.put("code", problem.code().code());
    body.put("error", problem.code().error());
    body.put("error_description", problem.description());
    body.setAll(problem.members());
    body.put("request_id", context.requestId());
    return CaptureReply.json(status, Json.write(body));
  }
}
