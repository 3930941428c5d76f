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

/** The operations on single records. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class EntityResource {
  private final EntityReads reads;
  private final Creations creations;
  private final EntityWrites writes;
  private final AccessRevocation revocation;

  /** Takes the operations. */
  public EntityResource(
      EntityReads reads, Creations creations, EntityWrites writes, AccessRevocation revocation) {
    this.reads = reads;
    this.creations = creations;
    this.writes = writes;
    this.revocation = revocation;
  }

  /** One record or a part of it. */
  @POST
  @Path("entity")
  public Uni<Response> entity(@Context RoutingContext routing) {
    return reads.entity(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entity")
  public Uni<Response> entityByGet(@Context RoutingContext routing) {
    return reads.entity(routing);
  }

  /** Creates a record. */
  @POST
  @Path("entity.create")
  public Uni<Response> entityCreate(@Context RoutingContext routing) {
    return creations.create(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.create")
  public Uni<Response> entityCreateByGet(@Context RoutingContext routing) {
    return creations.create(routing);
  }

  /** Merges attributes into a record. */
  @POST
  @Path("entity.update")
  public Uni<Response> entityUpdate(@Context RoutingContext routing) {
    return writes.update(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.update")
  public Uni<Response> entityUpdateByGet(@Context RoutingContext routing) {
    return writes.update(routing);
  }

  /** Gives a record or a part of it exactly the attributes. */
  @POST
  @Path("entity.replace")
  public Uni<Response> entityReplace(@Context RoutingContext routing) {
    return writes.replace(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.replace")
  public Uni<Response> entityReplaceByGet(@Context RoutingContext routing) {
    return writes.replace(routing);
  }

  /** Removes a record or a part of it. */
  @POST
  @Path("entity.delete")
  public Uni<Response> entityDelete(@Context RoutingContext routing) {
    return writes.delete(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.delete")
  public Uni<Response> entityDeleteByGet(@Context RoutingContext routing) {
    return writes.delete(routing);
  }

  /** Ends all tokens of a record. */
  @POST
  @Path("entity.deleteAccess")
  public Uni<Response> entityDeleteAccess(@Context RoutingContext routing) {
    return revocation.deleteAccess(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entity.deleteAccess")
  public Uni<Response> entityDeleteAccessByGet(@Context RoutingContext routing) {
    return revocation.deleteAccess(routing);
  }
}
