package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.entity.internal.InternalTypes;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;

/** Giving out records page by page. */
@ApiFamily("internal")
@Path("/internal/applications/{applicationId}/types/{type}/exports")
@Consumes(MediaType.APPLICATION_JSON)
public class ExportResource {
  private final InternalTypes types;
  private final ExportService exports;

  /** Takes the service behind the calls. */
  public ExportResource(InternalTypes types, ExportService exports) {
    this.types = types;
    this.exports = exports;
  }

  /** The next records. */
  @POST
  @Produces("application/x-ndjson")
  public Uni<String> page(
      @PathParam("applicationId") String applicationId,
      @PathParam("type") String type,
      @Context RoutingContext routing,
      String body) {
    InternalGuard.requireOperator(routing);
    ExportRequest request = Json.read(body, ExportRequest.class);
    return types.require(applicationId, type).chain(it -> exports.page(it, request));
  }
}
