package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.auth.access.AccessCalls;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Verification codes for servers that send their own mails (authentication.md 8.3). */
@Path("/access/getVerificationCode")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class VerificationCodeResource {
  private final AccessCalls calls;
  private final VerificationRequests requests;

  VerificationCodeResource(AccessCalls calls, VerificationRequests requests) {
    this.calls = calls;
    this.requests = requests;
  }

  /** The same by GET. */
  @GET
  public Uni<Response> getVerificationCodeByGet(@Context RoutingContext routing) {
    return getVerificationCode(routing);
  }

  /** Makes a verification code for a record. */
  @POST
  public Uni<Response> getVerificationCode(@Context RoutingContext routing) {
    return calls
        .read(routing, CaptureOperation.VERIFICATION_CODE, VerificationRequests::check)
        .chain(requests::issue)
        .map(code -> CaptureReply.ok(Json.object().put("verification_code", code)));
  }
}
