package org.vestibule.entity.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.entity.schema.SchemaJson;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeCatalogue;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Tells the other services of applications and their entity types. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}")
@Produces(MediaType.APPLICATION_JSON)
public class TypeResource {
  private static final String FIRST_TYPE = "user";

  private final TypeCatalogue catalogue;
  private final InternalTypes types;

  /** Takes the catalogue. */
  public TypeResource(TypeCatalogue catalogue, InternalTypes types) {
    this.catalogue = catalogue;
    this.types = types;
  }

  /** Whether the application has its first entity type. */
  @GET
  @Path("ready")
  public Uni<String> ready(@PathParam("applicationId") String applicationId) {
    return catalogue
        .find(applicationId, FIRST_TYPE)
        .map(found -> Json.object().put("ready", found.isPresent()))
        .map(json -> Json.write(json.set("report", Json.object())));
  }

  /** The schema of an entity type. */
  @GET
  @Path("types/{type}")
  public Uni<String> type(
      @PathParam("applicationId") String applicationId, @PathParam("type") String type) {
    return types.require(applicationId, type).map(TypeResource::schema).map(Json::write);
  }

  private static ObjectNode schema(EntityType type) {
    ObjectNode json = Json.object();
    json.put("id", Long.toString(type.id()));
    json.put("name", type.name());
    json.put("version", type.version());
    json.set("attributes", SchemaJson.write(type.schema()));
    json.set("accessSchemas", type.access().byClient());
    return json;
  }
}
