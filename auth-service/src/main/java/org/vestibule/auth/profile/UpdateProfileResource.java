package org.vestibule.auth.profile;

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
import org.vestibule.platform.problem.ApiFamily;

/** Profile and password forms of somebody who is signed in (authentication.md 10.5). */
@Path("/oauth/update_profile_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class UpdateProfileResource {
  private final UpdateProfileService service;

  UpdateProfileResource(UpdateProfileService service) {
    this.service = service;
  }

  /** Writes a form into the token's record. */
  @POST
  public Uni<Response> updateProfileNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.update(request).replaceWith(CaptureReply::ok);
  }
}
