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

/** The operations on many records at once. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class BulkResource {
  private final BulkCreation creation;
  private final BulkRemoval removal;

  /** Takes the operations. */
  public BulkResource(BulkCreation creation, BulkRemoval removal) {
    this.creation = creation;
    this.removal = removal;
  }

  /** Creates records. */
  @POST
  @Path("entity.bulkCreate")
  public Uni<Response> entityBulkCreate(@Context RoutingContext routing) {
    return creation.create(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.bulkCreate")
  public Uni<Response> entityBulkCreateByGet(@Context RoutingContext routing) {
    return creation.create(routing);
  }

  /** Removes the records that fit a filter. */
  @POST
  @Path("entity.bulkDelete")
  public Uni<Response> entityBulkDelete(@Context RoutingContext routing) {
    return removal.bulkDelete(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.bulkDelete")
  public Uni<Response> entityBulkDeleteByGet(@Context RoutingContext routing) {
    return removal.bulkDelete(routing);
  }

  /** Removes all records of an entity type. */
  @POST
  @Path("entity.purge")
  public Uni<Response> entityPurge(@Context RoutingContext routing) {
    return removal.purge(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.purge")
  public Uni<Response> entityPurgeByGet(@Context RoutingContext routing) {
    return removal.purge(routing);
  }
}
