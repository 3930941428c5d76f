package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.vestibule.entity.internal.InternalTypes;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Importing records from files, batch by batch. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types/{type}/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  private final InternalTypes types;
  private final ImportService imports;
  private final BatchService batches;
  private final RehearsalService rehearsals;

  /** Takes the services behind the calls. */
  public ImportResource(
      InternalTypes types,
      ImportService imports,
      BatchService batches,
      RehearsalService rehearsals) {
    this.types = types;
    this.imports = imports;
    this.batches = batches;
    this.rehearsals = rehearsals;
  }

  /** Begins the import of a file, or goes on with it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<String> open(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    InternalGuard.requireOperator(routing);
    ImportOpening opening = Json.read(body, ImportOpening.class);
    return types
        .require(applicationId, type)
        .chain(it -> imports.open(it, opening))
        .map(view -> Json.write(view.json()));
  }

  /** Takes a batch. */
  @POST
  @Path("{run}/batches/{number}")
  @Consumes("application/x-ndjson")
  public Uni<String> take(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @PathParam("run") UUID run,
      @PathParam("number") int number,
      @QueryParam("lastLine") long lastLine,
      @QueryParam("refused") @DefaultValue("0") int refused,
      @Context RoutingContext routing,
      byte[] lines) {
    InternalGuard.requireOperator(routing);
    ImportBatch batch =
        new ImportBatch(number, lastLine, refused, lines == null ? new byte[0] : lines);
    return types
        .require(applicationId, type)
        .chain(it -> batches.take(it, run, batch, CallContext.of(routing)))
        .map(outcome -> Json.write(outcome.json()));
  }

  /** Tells what would become of a batch. */
  @POST
  @Path("rehearsal")
  @Consumes("application/x-ndjson")
  public Uni<String> rehearse(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @QueryParam("hashPasswords") boolean hashPasswords,
      @Context RoutingContext routing,
      byte[] lines) {
    InternalGuard.requireOperator(routing);
    byte[] given = lines == null ? new byte[0] : lines;
    return types
        .require(applicationId, type)
        .chain(it -> rehearsals.rehearse(it, given, hashPasswords))
        .map(outcome -> Json.write(outcome.json()));
  }

  /** What was rejected of a batch that was taken. */
  @GET
  @Path("{run}/batches/{number}")
  public Uni<String> rejections(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @PathParam("run") UUID run,
      @PathParam("number") int number,
      @Context RoutingContext routing) {
    InternalGuard.requireOperator(routing);
    return types
        .require(applicationId, type)
        .chain(it -> imports.rejections(it, run, number))
        .map(it -> Json.write(Json.object().set("rejections", it)));
  }

  /** Ends the import of a file of which all batches were taken. */
  @POST
  @Path("{run}/finish")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<String> finish(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @PathParam("run") UUID run,
      @Context RoutingContext routing,
      String body) {
    InternalGuard.requireOperator(routing);
    JsonNode request = Json.parse(body);
    return types
        .require(applicationId, type)
        .chain(
            it -> imports.finish(it, run, request.path("batches").asInt(), CallContext.of(routing)))
        .map(Json::write);
  }
}
