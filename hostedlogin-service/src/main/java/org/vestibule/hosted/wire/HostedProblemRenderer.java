package org.vestibule.hosted.wire;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.http.AllowedMethods;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/**
 * Renders problems as {@code {"errors": text}} (hosted-login.md 0.1, 1.2); asked before the
 * renderer of the registration domain, which takes every path.
 */
@Singleton
@Priority(10)
public class HostedProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "hosted";

  // Paths without a customer: those of a known host never come so far (HostNameFilter).
  private static final Pattern UNKNOWN_HOST = Pattern.compile("/(login|auth-ui|profiles)(/.*)?");

  private final CaptureProblemRenderer registrationDomain;
  private final AllowedMethods methods;

  HostedProblemRenderer(CaptureProblemRenderer registrationDomain, AllowedMethods methods) {
    this.registrationDomain = registrationDomain;
    this.methods = methods;
  }

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
    if (problem instanceof HostedProblem known) {
      return answer(known.status(), known.errors()).build();
    }
    if (problem instanceof StandardProblem.UnknownPath) {
      return unknownPath(problem, context);
    }
    if (problem instanceof StandardProblem.MethodNotAllowed) {
      return answer(405, "Method Not Allowed")
          .header(HttpHeaders.ALLOW, methods.of(context.path()))
          .build();
    }
    return isOutage(problem)
        ? answer(503, "Service Unavailable").header(HttpHeaders.RETRY_AFTER, 1).build()
        : unreadable(problem).build();
  }

  private Response unknownPath(Problem problem, ProblemContext context) {
    return UNKNOWN_HOST.matcher(context.path()).matches()
        ? registrationDomain.render(problem, context)
        : answer(404, "Not Found").build();
  }

  static boolean isOutage(Problem problem) {
    return problem instanceof StandardProblem.Busy
        || problem instanceof StandardProblem.Unavailable
        || problem instanceof StandardProblem.TimedOut;
  }

  private static Response.ResponseBuilder unreadable(Problem problem) {
    if (problem instanceof StandardProblem.MalformedRequest) {
      return answer(400, "Bad Request");
    }
    return problem instanceof StandardProblem.UnsupportedMediaType
        ? answer(415, "Unsupported Media Type")
        : answer(500, "Internal Server Error");
  }

  private static Response.ResponseBuilder answer(int status, String text) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Json.bytes(Json.object().put("errors", text)));
  }
}
