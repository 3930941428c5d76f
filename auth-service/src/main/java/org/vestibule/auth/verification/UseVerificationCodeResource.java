package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
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

/** Use of a verification code, in both spellings (authentication.md 8.4). */
@Path("/access")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class UseVerificationCodeResource {
  private final VerificationUse use;

  UseVerificationCodeResource(VerificationUse use) {
    this.use = use;
  }

  /** Sets the date that the code vouches for. */
  @POST
  @Path("{spelling:useVerificationCode|use_verification_code}")
  public Uni<Response> useVerificationCode(@Context RoutingContext routing) {
    return use.use(CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.ACCESS))
        .map(uuid -> CaptureReply.ok(Json.object().put("uuid", uuid.toString())));
  }

  /** The same by GET. */
  @GET
  @Path("{spelling:useVerificationCode|use_verification_code}")
  public Uni<Response> useVerificationCodeByGet(@Context RoutingContext routing) {
    return useVerificationCode(routing);
  }
}
