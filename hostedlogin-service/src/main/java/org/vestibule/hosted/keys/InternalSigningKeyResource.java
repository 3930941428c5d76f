package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Hands the signing key of a customer, sealed, to webhook-service and to nobody else. */
@Path("/internal/customers/{customerId}/signing-key")
@ApiFamily(InternalProblemRenderer.FAMILY)
@Produces(MediaType.APPLICATION_JSON)
public class InternalSigningKeyResource {
  private final SigningKeyService keys;

  InternalSigningKeyResource(SigningKeyService keys) {
    this.keys = keys;
  }

  /** The key that signs now. */
  @GET
  public Uni<SealedSigningKey> current(
      @PathParam("customerId") String customerId, @Context RoutingContext routing) {
    if (!"webhook".equals(InternalGuard.caller(routing))) {
      throw InternalProblem.notFound();
    }
    return keys.current(customerId).map(key -> key.orElseThrow(InternalProblem::notFound));
  }
}
