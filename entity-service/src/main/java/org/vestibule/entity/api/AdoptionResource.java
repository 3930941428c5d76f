package org.vestibule.entity.api;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** The operation that moves an element from one record to another. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class AdoptionResource {
  private final Adoptions adoptions;

  /** Takes the operation. */
  public AdoptionResource(Adoptions adoptions) {
    this.adoptions = adoptions;
  }

  /** Moves an element of a plural into a record. */
  @POST
  @Path("entity.adopt")
  public Uni<Response> entityAdopt(@Context RoutingContext routing) {
    return adoptions.adopt(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.adopt")
  public Uni<Response> entityAdoptByGet(@Context RoutingContext routing) {
    return adoptions.adopt(routing);
  }
}
