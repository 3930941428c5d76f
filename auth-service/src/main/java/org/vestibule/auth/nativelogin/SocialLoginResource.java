package org.vestibule.auth.nativelogin;

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

/** Sign-in by a social identity (authentication.md 10.2). */
@Path("/oauth/auth_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class SocialLoginResource {
  private final SocialLoginService service;

  SocialLoginResource(SocialLoginService service) {
    this.service = service;
  }

  /** Signs a user in, or tells what is missing for it. */
  @POST
  public Uni<Response> authNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.login(request).map(NativeReply::of);
  }
}
