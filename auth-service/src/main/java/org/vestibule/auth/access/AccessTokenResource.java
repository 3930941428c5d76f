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

/** Access tokens for servers (authentication.md 8.1). */
@Path("/access/getAccessToken")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class AccessTokenResource {
  private final AccessCalls calls;
  private final AccessService service;

  AccessTokenResource(AccessCalls calls, AccessService service) {
    this.calls = calls;
    this.service = service;
  }

  /** The same by GET. */
  @GET
  public Uni<Response> getAccessTokenByGet(@Context RoutingContext routing) {
    return getAccessToken(routing);
  }

  /** Makes an access token for a record. */
  @POST
  public Uni<Response> getAccessToken(@Context RoutingContext routing) {
    return calls
        .read(routing, CaptureOperation.ACCESS_TOKEN, given -> {})
        .chain(service::token)
        .map(token -> CaptureReply.ok(Json.object().put("accessToken", token)));
  }
}
