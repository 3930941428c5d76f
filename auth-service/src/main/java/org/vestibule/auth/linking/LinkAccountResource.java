package org.vestibule.auth.linking;

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

/** A further social identity of somebody who is signed in (authentication.md 10.8). */
@Path("/oauth/link_account_native")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class LinkAccountResource {
  private final LinkService service;

  LinkAccountResource(LinkService service) {
    this.service = service;
  }

  /** Links an identity to the token's record. */
  @POST
  public Uni<Response> linkAccountNative(@Context RoutingContext routing) {
    CaptureRequest request = CaptureRequest.of(EdgeRequest.of(routing), ParameterStyle.NATIVE);
    return service.link(request).replaceWith(CaptureReply::ok);
  }
}
