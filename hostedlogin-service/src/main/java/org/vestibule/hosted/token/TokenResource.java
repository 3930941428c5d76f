package org.vestibule.hosted.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.hosted.wire.HostedApi;
import org.vestibule.hosted.wire.OAuthProblemRenderer;
import org.vestibule.hosted.wire.OAuthReply;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** The token endpoint of a customer (hosted-login.md 2, webhooks.md 2). */
@Path("/{customerId}/login/token")
@ApiFamily(OAuthProblemRenderer.FAMILY)
public class TokenResource implements HostedApi {
  private static final int PREFLIGHT_SECONDS = 600;

  private final TokenService tokens;
  private final PreflightService preflights;

  TokenResource(TokenService tokens, PreflightService preflights) {
    this.tokens = tokens;
    this.preflights = preflights;
  }

  /** Issues a token to a client. */
  @POST
  public Uni<Response> token(
      @PathParam("customerId") String customerId, @Context RoutingContext routing) {
    return tokens.issue(customerId, EdgeRequest.of(routing)).map(TokenResource::answer);
  }

  /** Answers a browser that asks before it calls. */
  @OPTIONS
  public Uni<Response> preflight(
      @PathParam("customerId") String customerId, @HeaderParam("Origin") String origin) {
    return preflights
        .admit(customerId, origin)
        .map(admitted -> admitted.map(TokenResource::admit).orElseGet(TokenResource::methods));
  }

  private static Response answer(TokenReply reply) {
    IssuedToken token = reply.token();
    ObjectNode body =
        Json.object()
            .put("access_token", token.accessToken())
            .put("expires_in", token.expiresIn())
            .put("token_type", "Bearer")
            .put("scope", token.scope());
    return OAuthReply.json(200, body, reply.allowedOrigin()).build();
  }

  private static Response admit(String origin) {
    return OAuthReply.readableBy(origin, Response.noContent())
        .header("Access-Control-Allow-Methods", "POST")
        .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .header("Access-Control-Max-Age", PREFLIGHT_SECONDS)
        .header("Allow", "OPTIONS, POST")
        .build();
  }

  private static Response methods() {
    return OAuthReply.readableBy(null, Response.noContent())
        .header("Allow", "OPTIONS, POST")
        .build();
  }
}
