package org.vestibule.auth.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Authorization codes for servers (authentication.md 8.2). */
@Path("/access/getAuthorizationCode")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class AuthorizationCodeResource {
  private final AccessCalls calls;
  private final AccessService service;

  AuthorizationCodeResource(AccessCalls calls, AccessService service) {
    this.calls = calls;
    this.service = service;
  }

  /** The same by GET. */
  @GET
  public Uni<Response> getAuthorizationCodeByGet(@Context RoutingContext routing) {
    return getAuthorizationCode(routing);
  }

  /** Makes an authorization code for a record. */
  @POST
  public Uni<Response> getAuthorizationCode(@Context RoutingContext routing) {
    return calls
        .read(routing, CaptureOperation.AUTHORIZATION_CODE, CodeRequest::of)
        .chain(call -> service.code(call, CodeRequest.of(call.given())))
        .map(code -> CaptureReply.ok(Json.object().put("authorizationCode", code)));
  }
}
