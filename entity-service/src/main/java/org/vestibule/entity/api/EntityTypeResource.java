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

/** The operations on entity types and their attributes. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class EntityTypeResource {
  private final EntityTypes types;
  private final EntityTypeAttributes attributes;

  /** Takes the operations. */
  public EntityTypeResource(EntityTypes types, EntityTypeAttributes attributes) {
    this.types = types;
    this.attributes = attributes;
  }

  /** The names of all entity types. */
  @POST
  @Path("entityType.list")
  public Uni<Response> entityTypeList(@Context RoutingContext routing) {
    return types.list(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType.list")
  public Uni<Response> entityTypeListByGet(@Context RoutingContext routing) {
    return types.list(routing);
  }

  /** The schema of an entity type. */
  @POST
  @Path("entityType")
  public Uni<Response> entityType(@Context RoutingContext routing) {
    return types.show(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType")
  public Uni<Response> entityTypeByGet(@Context RoutingContext routing) {
    return types.show(routing);
  }

  /** Makes an entity type. */
  @POST
  @Path("entityType.create")
  public Uni<Response> entityTypeCreate(@Context RoutingContext routing) {
    return types.create(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.create")
  public Uni<Response> entityTypeCreateByGet(@Context RoutingContext routing) {
    return types.create(routing);
  }

  /** Removes an entity type with its records. */
  @POST
  @Path("entityType.delete")
  public Uni<Response> entityTypeDelete(@Context RoutingContext routing) {
    return types.delete(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.delete")
  public Uni<Response> entityTypeDeleteByGet(@Context RoutingContext routing) {
    return types.delete(routing);
  }

  /** Adds an attribute. */
  @POST
  @Path("entityType.addAttribute")
  public Uni<Response> entityTypeAddAttribute(@Context RoutingContext routing) {
    return attributes.add(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.addAttribute")
  public Uni<Response> entityTypeAddAttributeByGet(@Context RoutingContext routing) {
    return attributes.add(routing);
  }

  /** Removes an attribute with its values. */
  @POST
  @Path("entityType.removeAttribute")
  public Uni<Response> entityTypeRemoveAttribute(@Context RoutingContext routing) {
    return attributes.remove(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.removeAttribute")
  public Uni<Response> entityTypeRemoveAttributeByGet(@Context RoutingContext routing) {
    return attributes.remove(routing);
  }

  /** Gives an attribute another name. */
  @POST
  @Path("entityType.renameAttribute")
  public Uni<Response> entityTypeRenameAttribute(@Context RoutingContext routing) {
    return attributes.rename(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.renameAttribute")
  public Uni<Response> entityTypeRenameAttributeByGet(@Context RoutingContext routing) {
    return attributes.rename(routing);
  }

  /** Replaces the constraints of an attribute. */
  @POST
  @Path("entityType.setAttributeConstraints")
  public Uni<Response> entityTypeSetAttributeConstraints(@Context RoutingContext routing) {
    return attributes.constrain(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.setAttributeConstraints")
  public Uni<Response> entityTypeSetAttributeConstraintsByGet(@Context RoutingContext routing) {
    return attributes.constrain(routing);
  }

  /** Describes an attribute. */
  @POST
  @Path("entityType.setAttributeDescription")
  public Uni<Response> entityTypeSetAttributeDescription(@Context RoutingContext routing) {
    return attributes.describe(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.setAttributeDescription")
  public Uni<Response> entityTypeSetAttributeDescriptionByGet(@Context RoutingContext routing) {
    return attributes.describe(routing);
  }

  /** Sets how many of the last passwords may not come again. */
  @POST
  @Path("entityType.setPasswordSettings")
  public Uni<Response> entityTypeSetPasswordSettings(@Context RoutingContext routing) {
    return attributes.setPasswordSettings(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.setPasswordSettings")
  public Uni<Response> entityTypeSetPasswordSettingsByGet(@Context RoutingContext routing) {
    return attributes.setPasswordSettings(routing);
  }
}
