package org.vestibule.config.fieldtype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.vestibule.config.wire.ConfigError;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /meta/fieldTypes}: what editors of forms ask before they show a field. */
@Path("/meta/fieldTypes")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class FieldTypesResource implements ConfigApi {
  private final Callers callers;

  FieldTypesResource(Callers callers) {
    this.callers = callers;
  }

  /** The names of all types. */
  @GET
  public Uni<Response> listFieldTypes(@Context RoutingContext routing) {
    return callers
        .requireAnywhere(EdgeRequest.of(routing), Permission.SCHEMAS)
        .map(caller -> ConfigReply.ok(names()));
  }

  /** The members that a field of a type may have. */
  @GET
  @Path("/{type}")
  public Uni<Response> getFieldType(
      @PathParam("type") String type, @Context RoutingContext routing) {
    return callers
        .requireAnywhere(EdgeRequest.of(routing), Permission.SCHEMAS)
        .map(caller -> ConfigReply.ok(members(type)));
  }

  private static ArrayNode names() {
    ArrayNode names = Json.array();
    for (FieldTypes type : FieldTypes.values()) {
      names.addObject().put("name", type.wireName());
    }
    return names;
  }

  private static JsonNode members(String type) {
    return FieldTypes.of(type)
        .map(it -> Json.tree(it.members()))
        .orElseThrow(() -> ConfigError.FIELD_TYPE_NOT_FOUND.problem().exception());
  }
}
