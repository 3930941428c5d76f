package org.vestibule.auth.verification;

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

/** A further verification mail (authentication.md 10.7). */
@Path("/oauth/verify_email_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class VerifyEmailResource {
  private final VerifyEmailService service;

  VerifyEmailResource(VerifyEmailService service) {
    this.service = service;
  }

  /** Sends a link that verifies an address. */
  @POST
  public Uni<Response> verifyEmailNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.send(request).replaceWith(CaptureReply::ok);
  }
}
