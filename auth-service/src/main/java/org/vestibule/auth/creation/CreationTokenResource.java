package org.vestibule.auth.creation;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.vestibule.auth.access.AccessCalls;
import org.vestibule.auth.access.Seconds;
import org.vestibule.platform.capture.caller.CaptureOperation;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.capture.request.CaptureReply;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Creation tokens for servers (authentication.md 8.5). */
@Path("/access/getCreationToken")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class CreationTokenResource {
  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  private final AccessCalls calls;
  private final CreationTokenService service;

  CreationTokenResource(AccessCalls calls, CreationTokenService service) {
    this.calls = calls;
    this.service = service;
  }

  /** The same by GET. */
  @GET
  public Uni<Response> getCreationTokenByGet(@Context RoutingContext routing) {
    return getCreationToken(routing);
  }

  /** Makes a token that creates one record. */
  @POST
  public Uni<Response> getCreationToken(@Context RoutingContext routing) {
    return calls
        .readType(routing, CaptureOperation.CREATION_TOKEN, CreationTokenResource::lifetime)
        .chain(call -> service.issue(call.client(), call.entityType(), lifetime(call.given())))
        .map(token -> CaptureReply.ok(Json.object().put("creation_token", token)));
  }

  private static Duration lifetime(Parameters given) {
    return Seconds.of(given, "lifetime", DEFAULT_LIFETIME);
  }
}
