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

/** Sign-in by e-mail address and password (authentication.md 10.1). */
@Path("/oauth/auth_native_traditional")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class NativeLoginResource {
  private final NativeLoginService service;

  NativeLoginResource(NativeLoginService service) {
    this.service = service;
  }

  /** Signs a user in. */
  @POST
  public Uni<Response> authNativeTraditional(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.login(request).map(NativeReply::of);
  }
}
