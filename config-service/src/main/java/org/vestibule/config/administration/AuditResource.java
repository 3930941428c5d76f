package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.Permission;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/audit}: who changed the configuration of an application. */
@Path("/config/{app}/audit")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class AuditResource implements ConfigApi {
  private final Callers callers;
  private final AuditService audit;

  AuditResource(Callers callers, AuditService audit) {
    this.callers = callers;
    this.audit = audit;
  }

  /** The newest records, or those before one that is known. */
  @GET
  public Uni<Response> listAuditRecords(
      @PathParam("app") String applicationId,
      @QueryParam("before") String before,
      @QueryParam("limit") String limit,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> list(caller.applicationId(), AuditQuery.parse(before, limit)))
        .map(ConfigReply::ok);
  }

  private Uni<ObjectNode> list(String applicationId, AuditQuery query) {
    return audit
        .page(applicationId, query.before(), query.limit())
        .map(page -> AuditDocument.of(applicationId, page, query));
  }
}
