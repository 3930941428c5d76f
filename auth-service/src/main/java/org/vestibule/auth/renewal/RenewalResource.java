package org.vestibule.auth.renewal;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** The next access token of a mobile client (authentication.md 5.2). */
@Path("/oauth/refresh_access_token")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class RenewalResource {
  private final RenewalService service;

  RenewalResource(RenewalService service) {
    this.service = service;
  }

  /** Gives a new token for the last one. */
  @POST
  public Uni<Response> refreshAccessToken(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service
        .renew(request)
        .map(token -> CaptureReply.ok(Json.object().put("access_token", token)));
  }
}
