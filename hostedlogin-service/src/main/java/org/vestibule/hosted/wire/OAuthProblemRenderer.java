package org.vestibule.hosted.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;
import org.vestibule.platform.problem.StandardProblem;

/** Renders problems of OAuth 2.0 endpoints (RFC 6749, 5.2; hosted-login.md 2.5). */
@Singleton
public class OAuthProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "oauth";

  private static final String CHALLENGE = "Basic realm=\"login\"";

  private final HostedProblemRenderer others;

  OAuthProblemRenderer(HostedProblemRenderer others) {
    this.others = others;
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public boolean serves(String path) {
    return false;
  }

  @Override
  public Response render(Problem problem, ProblemContext context) {
    if (problem instanceof OAuthProblem known) {
      return answer(known);
    }
    if (HostedProblemRenderer.isOutage(problem)) {
      return reply(OAuthError.temporarily_unavailable.because("try again in a moment"))
          .header(HttpHeaders.RETRY_AFTER, 1)
          .build();
    }
    return problem instanceof StandardProblem.Unexpected
        ? reply(OAuthError.server_error.because("unexpected internal error")).build()
        : others.render(problem, context);
  }

  private static Response answer(OAuthProblem problem) {
    Response.ResponseBuilder reply = reply(problem);
    return problem.challenge()
        ? reply.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build()
        : reply.build();
  }

  private static Response.ResponseBuilder reply(OAuthProblem problem) {
    ObjectNode body =
        Json.object()
            .put("error", problem.error().name())
            .put("error_description", problem.description());
    return OAuthReply.json(problem.error().status(), body, problem.allowedOrigin());
  }
}
