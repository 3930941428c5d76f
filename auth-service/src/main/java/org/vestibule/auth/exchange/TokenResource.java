package org.vestibule.auth.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Tokens for codes and refresh tokens (authentication.md 9). */
@Path("/oauth/token")
@ApiFamily(OAuthProblemRenderer.FAMILY)
public class TokenResource {
  private static final int LONGEST_SECRET = 64;

  private final CallerAuthentication authentication;
  private final ExchangeService service;

  TokenResource(CallerAuthentication authentication, ExchangeService service) {
    this.authentication = authentication;
    this.service = service;
  }

  /** The same by GET. */
  @GET
  public Uni<Response> tokenByGet(@Context RoutingContext routing) {
    return token(routing);
  }

  /** Exchanges a code or a refresh token. */
  @POST
  public Uni<Response> token(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.ACCESS);
    return authentication
        .authenticate(request, CaptureOperation.OAUTH_TOKEN)
        .chain(caller -> exchange(caller, request.parameters()))
        .map(TokenResource::reply);
  }

  private Uni<ExchangedTokens> exchange(Caller caller, Parameters given) {
    String grantType = given.required("grant_type");
    return switch (grantType) {
      case "authorization_code" ->
          service.exchangeCode(
              caller, secret(given, "code", "authorization_code"), given.required("redirect_uri"));
      case "refresh_token" ->
          service.refresh(caller, secret(given, "refresh_token", "refresh_token"));
      default -> unsupported(grantType).fail();
    };
  }

  private static String secret(Parameters given, String parameter, String shownAs) {
    String secret = given.required(parameter);
    if (secret.length() > LONGEST_SECRET) {
      throw CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, shownAs + " is not valid")
          .with("argument_name", shownAs)
          .exception();
    }
    return secret;
  }

  private static CaptureProblem unsupported(String grantType) {
    String shown = grantType.matches("[\\w:.-]{1,100}") ? ": " + grantType : "";
    return CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, "invalid grant_type" + shown)
        .with("argument_name", "grant_type");
  }

  private static Response reply(ExchangedTokens tokens) {
    ObjectNode members =
        Json.object()
            .put("access_token", tokens.accessToken())
            .put("expires_in", tokens.seconds())
            .put("refresh_token", tokens.refreshToken());
    if (tokens.transactionState() != null) {
      members.set("transaction_state", Json.parse(tokens.transactionState()));
    }
    return CaptureReply.ok(members);
  }
}
