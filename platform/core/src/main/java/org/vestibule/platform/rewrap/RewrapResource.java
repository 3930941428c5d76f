package org.vestibule.platform.rewrap;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Lets the operator bring all sealed values of a service under a new key. */
@Path("/internal/keyring/rewrap")
@ApiFamily(InternalProblemRenderer.FAMILY)
@Produces(MediaType.APPLICATION_JSON)
public class RewrapResource {
  private final RewrapService service;

  /** Takes the work. */
  public RewrapResource(RewrapService service) {
    this.service = service;
  }

  /** Answers when everything is sealed by the keyring's first key. */
  @POST
  public Uni<Rewrapped> rewrap(@Context RoutingContext routing) {
    InternalGuard.requireOperator(routing);
    return service.rewrapAll().map(Rewrapped::new);
  }

  /** How many values were sealed anew. */
  public record Rewrapped(int rewrapped) {}
}
