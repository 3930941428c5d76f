package org.vestibule.config.flow;

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
import org.vestibule.config.wire.ConfigError;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows}: the flows of an application. */
@Path("/config/{app}/flows")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class FlowsResource implements ConfigApi {
  private final Callers callers;
  private final FlowService flows;

  FlowsResource(Callers callers, FlowService flows) {
    this.callers = callers;
    this.flows = flows;
  }

  /** CONF-17: the head of a flow in short. */
  @GET
  @Path("/{flow}")
  public Uni<Response> getFlow(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.FLOWS)
        .chain(caller -> overview(caller.applicationId(), flow))
        .map(ConfigReply::ok);
  }

  private Uni<ObjectNode> overview(String applicationId, String flow) {
    return flows
        .find(applicationId, flow, VersionId.HEAD)
        .map(it -> it.orElseThrow(() -> ConfigError.FLOW_NOT_FOUND.problem().exception()))
        .map(head -> FlowOverview.of(applicationId, head));
  }
}
