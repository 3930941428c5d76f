package org.vestibule.auth.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemContext;
import org.vestibule.platform.problem.ProblemRenderer;

/**
 * Renders problems of {@code /oauth/token}: the OAuth name in {@code error}, the family's own in
 * {@code sub_error}, and an HTTP status (authentication.md 9).
 */
@Singleton
public class OAuthProblemRenderer implements ProblemRenderer {
  /** Name of the family. */
  public static final String FAMILY = "capture-oauth";

  private static final Set<String> PROOFS = Set.of("authorization_code", "refresh_token");

  private final CaptureProblemRenderer others;

  /** Takes what renders problems that have nothing to do with OAuth. */
  public OAuthProblemRenderer(CaptureProblemRenderer others) {
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
    return problem instanceof CaptureProblem known
        ? render(known, context)
        : others.render(problem, context);
  }

  private Response render(CaptureProblem problem, ProblemContext context) {
    return switch (problem.code()) {
      case MISSING_ARGUMENT, DUPLICATE_ARGUMENT, APPLICATION_NOT_FOUND ->
          reply(400, "invalid_request", problem, context).build();
      case INVALID_ARGUMENT ->
          reply(400, isProof(problem) ? "invalid_grant" : "invalid_request", problem, context)
              .build();
      case AUTHORIZATION_CODE_EXPIRED, REDIRECT_URI_MISMATCH, NO_ACCESS_GRANT ->
          reply(400, "invalid_grant", problem, context).build();
      case INVALID_AUTH_METHOD -> reply(401, "invalid_client", problem, context).build();
      case INVALID_CLIENT_CREDENTIALS ->
          reply(401, "invalid_client", problem, context)
              .header("WWW-Authenticate", "Basic")
              .build();
      case CLIENT_PERMISSION_ERROR -> reply(400, "unauthorized_client", problem, context).build();
      default -> others.render(problem, context);
    };
  }

  private static boolean isProof(CaptureProblem problem) {
    return PROOFS.contains(problem.members().path("argument_name").asText());
  }

  private static Response.ResponseBuilder reply(
      int status, String error, CaptureProblem problem, ProblemContext context) {
    ObjectNode body = Json.object();
    body.put("stat", "error");
    body.put("code", problem.code().code());
    body.put("error", error);
    body.put("sub_error", problem.code().error());
    body.put("error_description", problem.description());
    body.setAll(problem.members());
    body.put("request_id", context.requestId());
    return CaptureReply.json(status, Json.write(body));
  }
}
