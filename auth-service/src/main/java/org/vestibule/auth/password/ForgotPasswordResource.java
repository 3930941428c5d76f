package org.vestibule.auth.password;

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

/** Mails to people who forgot their password (authentication.md 10.6). */
@Path("/oauth/forgot_password_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class ForgotPasswordResource {
  private final ForgotPasswordService service;

  ForgotPasswordResource(ForgotPasswordService service) {
    this.service = service;
  }

  /** Sends a link by which the password can be changed. */
  @POST
  public Uni<Response> forgotPasswordNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.recover(request).replaceWith(CaptureReply::ok);
  }
}
