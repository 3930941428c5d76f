package org.vestibule.config.schema;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.Permission;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/schemas}: the older form of entity types, which also writes. */
@Path("/config/{app}/schemas")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class SchemasResource implements ConfigApi {
  private final Callers callers;
  private final SchemaService schemas;
  private final SchemaChangeService changes;

  SchemasResource(Callers callers, SchemaService schemas, SchemaChangeService changes) {
    this.callers = callers;
    this.schemas = schemas;
    this.changes = changes;
  }

  /** All entity types. */
  @GET
  public Uni<Response> listSchemas(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.SCHEMAS)
        .chain(schemas::names)
        .map(names -> EntityTypesResource.names(names, "/config/" + applicationId + "/schemas/"))
        .map(ConfigReply::ok);
  }

  /** The attributes of a type that hold values. */
  @GET
  @Path("/{schema}")
  public Uni<Response> getSchema(
      @PathParam("app") String applicationId,
      @PathParam("schema") String schema,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.SCHEMAS)
        .chain(caller -> schemas.require(applicationId, schema))
        .map(it -> AttributeDocument.leaves(it.attributes()))
        .map(ConfigReply::ok);
  }

  /** One attribute. */
  @GET
  @Path("/{schema}/{attribute}")
  public Uni<Response> getSchemaAttribute(
      @PathParam("app") String applicationId,
      @PathParam("schema") String schema,
      @PathParam("attribute") String attribute,
      @Context RoutingContext routing) {
    String self = "/config/" + applicationId + "/schemas/" + schema + "/" + attribute;
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.SCHEMAS)
        .chain(caller -> schemas.requireAttribute(applicationId, schema, attribute))
        .map(it -> AttributeDocument.definition(self, it))
        .map(ConfigReply::ok);
  }

  /** A new attribute; owners only, as in {@code /entityType.addAttribute}. */
  @PUT
  @Path("/{schema}/{attribute}")
  public Uni<Response> addSchemaAttribute(
      @PathParam("app") String applicationId,
      @PathParam("schema") String schema,
      @PathParam("attribute") String attribute,
      @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return callers
        .require(request, applicationId, Permission.ADMINISTRATION)
        .call(caller -> schemas.require(applicationId, schema))
        .chain(caller -> changes.add(caller, schema, attribute, JsonBody.of(request)))
        .map(done -> ConfigReply.noContent());
  }

  /** An attribute goes, with its values. */
  @DELETE
  @Path("/{schema}/{attribute}")
  public Uni<Response> removeSchemaAttribute(
      @PathParam("app") String applicationId,
      @PathParam("schema") String schema,
      @PathParam("attribute") String attribute,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .call(caller -> schemas.requireAttribute(applicationId, schema, attribute))
        .chain(caller -> changes.remove(caller, schema, attribute))
        .map(done -> ConfigReply.noContent());
  }
}
