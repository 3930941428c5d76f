package org.vestibule.config.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.Permission;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/entityTypes}: entity types, to be read only. */
@Path("/config/{app}/entityTypes")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class EntityTypesResource implements ConfigApi {
  private final Callers callers;
  private final SchemaService schemas;

  EntityTypesResource(Callers callers, SchemaService schemas) {
    this.callers = callers;
    this.schemas = schemas;
  }

  /** CONF-12: all entity types. */
  @GET
  public Uni<Response> listEntityTypes(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ENTITY_TYPES)
        .chain(schemas::names)
        .map(names -> names(names, "/config/" + applicationId + "/entityTypes/"))
        .map(ConfigReply::ok);
  }

  /** CONF-13: one entity type. */
  @GET
  @Path("/{type}")
  public Uni<Response> getEntityType(
      @PathParam("app") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ENTITY_TYPES)
        .chain(caller -> schemas.require(applicationId, type))
        .map(schema -> overview(self(applicationId, type), type))
        .map(ConfigReply::ok);
  }

  /** CONF-14: the attributes of an entity type. */
  @GET
  @Path("/{type}/attributes")
  public Uni<Response> listAttributes(
      @PathParam("app") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing) {
    String self = self(applicationId, type) + "/attributes";
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> schemas.require(applicationId, type))
        .map(schema -> AttributeDocument.all(self, schema.attributes()))
        .map(ConfigReply::ok);
  }

  /** CONF-15: one attribute, named by a dotted path when it lies below another. */
  @GET
  @Path("/{type}/attributes/{attribute}")
  public Uni<Response> getAttribute(
      @PathParam("app") String applicationId,
      @PathParam("type") String type,
      @PathParam("attribute") String attribute,
      @Context RoutingContext routing) {
    String self = self(applicationId, type) + "/attributes/" + attribute;
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> schemas.requireAttribute(applicationId, type, attribute))
        .map(definition -> AttributeDocument.of(self, definition))
        .map(ConfigReply::ok);
  }

  static ArrayNode names(Iterable<String> names, String before) {
    ArrayNode array = Json.array();
    names.forEach(it -> array.add(Json.object().put("_self", before + it).put("name", it)));
    return array;
  }

  private static ObjectNode overview(String self, String type) {
    return Json.object()
        .put("_self", self)
        .put("_attributes", self + "/attributes")
        .put("name", type);
  }

  private static String self(String applicationId, String type) {
    return "/config/" + applicationId + "/entityTypes/" + type;
  }
}
