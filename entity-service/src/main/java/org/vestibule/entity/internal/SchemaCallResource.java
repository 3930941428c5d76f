package org.vestibule.entity.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.entity.definition.AttributeChanges;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeLifecycle;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** What config-service asks of schemas for its own API. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types")
@Produces(MediaType.APPLICATION_JSON)
public class SchemaCallResource {
  private final InternalTypes types;
  private final TypeLifecycle lifecycle;
  private final AttributeChanges changes;

  /** Takes the catalogue and the way to change types. */
  public SchemaCallResource(
      InternalTypes types, TypeLifecycle lifecycle, AttributeChanges changes) {
    this.types = types;
    this.lifecycle = lifecycle;
    this.changes = changes;
  }

  /** The names of all types of an application. */
  @GET
  public Uni<String> names(@PathParam("applicationId") String applicationId) {
    return lifecycle
        .names(applicationId)
        .map(names -> Json.write(Json.object().set("names", Json.tree(names))));
  }

  /** Adds an attribute, for the client of the call. */
  @POST
  @Path("{type}/attributes/add")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<String> add(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    JsonNode definition = Json.parse(body).path("definition");
    return outcome(
        types
            .require(applicationId, type)
            .chain(it -> changes.add(it, definition, CallContext.of(routing))));
  }

  /** Removes an attribute with its values, for the client of the call. */
  @POST
  @Path("{type}/attributes/remove")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<String> remove(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    String path = Json.parse(body).path("path").asText();
    return outcome(
        types
            .require(applicationId, type)
            .chain(it -> changes.remove(it, path, CallContext.of(routing))));
  }

  private static Uni<String> outcome(Uni<EntityType> change) {
    return change
        .map(type -> changed())
        .onFailure(Refusal::is)
        .recoverWithItem(Refusal::json)
        .map(Json::write);
  }

  private static ObjectNode changed() {
    return Json.object().put("outcome", "changed");
  }
}
