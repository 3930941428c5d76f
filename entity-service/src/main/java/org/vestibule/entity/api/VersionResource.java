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

/** The operations on what records and entity types were. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/versions")
public class VersionResource {
  private final Versions versions;

  /** Takes the operations. */
  public VersionResource(Versions versions) {
    this.versions = versions;
  }

  /** A record as it was. */
  @POST
  @Path("entity")
  public Uni<Response> versionsEntity(@Context RoutingContext routing) {
    return versions.entity(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity")
  public Uni<Response> versionsEntityByGet(@Context RoutingContext routing) {
    return versions.entity(routing);
  }

  /** When a record was changed. */
  @POST
  @Path("entity.list")
  public Uni<Response> versionsEntityList(@Context RoutingContext routing) {
    return versions.list(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity.list")
  public Uni<Response> versionsEntityListByGet(@Context RoutingContext routing) {
    return versions.list(routing);
  }

  /** The schema of an entity type as it was. */
  @POST
  @Path("entityType")
  public Uni<Response> versionsEntityType(@Context RoutingContext routing) {
    return versions.entityType(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType")
  public Uni<Response> versionsEntityTypeByGet(@Context RoutingContext routing) {
    return versions.entityType(routing);
  }
}
