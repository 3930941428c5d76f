package org.vestibule.auth.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.auth.nativecall.NativeReply;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.capture.request.ParameterStyle;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** Registration by a social identity, after a form was filled in (authentication.md 10.3). */
@Path("/oauth/register_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class SocialRegistrationResource {
  private final SocialRegistrationService service;

  SocialRegistrationResource(SocialRegistrationService service) {
    this.service = service;
  }

  /** Registers a user. */
  @POST
  public Uni<Response> registerNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.register(request).map(NativeReply::of);
  }
}
