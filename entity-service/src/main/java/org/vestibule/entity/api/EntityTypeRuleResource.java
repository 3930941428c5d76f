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

/** The operations on the rules of entity types and on what clients may see of them. */
@ApiFamily(CaptureProblemRenderer.FAMILY)
@Path("/")
public class EntityTypeRuleResource {
  private final EntityTypeProperties properties;
  private final AccessSchemaOperations access;

  /** Takes the operations. */
  public EntityTypeRuleResource(EntityTypeProperties properties, AccessSchemaOperations access) {
    this.properties = properties;
    this.access = access;
  }

  /** All validation rules. */
  @POST
  @Path("entityType.rules")
  public Uni<Response> entityTypeRules(@Context RoutingContext routing) {
    return properties.rules(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType.rules")
  public Uni<Response> entityTypeRulesByGet(@Context RoutingContext routing) {
    return properties.rules(routing);
  }

  /** Adds a validation rule. */
  @POST
  @Path("entityType.addRule")
  public Uni<Response> entityTypeAddRule(@Context RoutingContext routing) {
    return properties.addRule(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.addRule")
  public Uni<Response> entityTypeAddRuleByGet(@Context RoutingContext routing) {
    return properties.addRule(routing);
  }

  /** Removes a validation rule. */
  @POST
  @Path("entityType.removeRule")
  public Uni<Response> entityTypeRemoveRule(@Context RoutingContext routing) {
    return properties.removeRule(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.removeRule")
  public Uni<Response> entityTypeRemoveRuleByGet(@Context RoutingContext routing) {
    return properties.removeRule(routing);
  }

  /** All rules and composite uniqueness. */
  @POST
  @Path("entityType.properties")
  public Uni<Response> entityTypeProperties(@Context RoutingContext routing) {
    return properties.properties(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType.properties")
  public Uni<Response> entityTypePropertiesByGet(@Context RoutingContext routing) {
    return properties.properties(routing);
  }

  /** Adds a rule or composite uniqueness. */
  @POST
  @Path("entityType.addProperty")
  public Uni<Response> entityTypeAddProperty(@Context RoutingContext routing) {
    return properties.addProperty(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.addProperty")
  public Uni<Response> entityTypeAddPropertyByGet(@Context RoutingContext routing) {
    return properties.addProperty(routing);
  }

  /** Removes a rule or composite uniqueness. */
  @POST
  @Path("entityType.removeProperty")
  public Uni<Response> entityTypeRemoveProperty(@Context RoutingContext routing) {
    return properties.removeProperty(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.removeProperty")
  public Uni<Response> entityTypeRemovePropertyByGet(@Context RoutingContext routing) {
    return properties.removeProperty(routing);
  }

  /** What a client reads or writes. */
  @POST
  @Path("entityType.getAccessSchema")
  public Uni<Response> entityTypeGetAccessSchema(@Context RoutingContext routing) {
    return access.get(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("entityType.getAccessSchema")
  public Uni<Response> entityTypeGetAccessSchemaByGet(@Context RoutingContext routing) {
    return access.get(routing);
  }

  /** Narrows what a client reads or writes. */
  @POST
  @Path("entityType.setAccessSchema")
  public Uni<Response> entityTypeSetAccessSchema(@Context RoutingContext routing) {
    return access.set(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.setAccessSchema")
  public Uni<Response> entityTypeSetAccessSchemaByGet(@Context RoutingContext routing) {
    return access.set(routing);
  }

  /** Lets a client read or write everything again. */
  @POST
  @Path("entityType.deleteAccessSchema")
  public Uni<Response> entityTypeDeleteAccessSchema(@Context RoutingContext routing) {
    return access.delete(routing);
  }

  /** The same for clients that write with GET. */
  @GET
  @Path("entityType.deleteAccessSchema")
  public Uni<Response> entityTypeDeleteAccessSchemaByGet(@Context RoutingContext routing) {
    return access.delete(routing);
  }
}
