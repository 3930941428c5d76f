package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Permission;
import org.vestibule.config.flow.wire.FlowReply;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows}: the flows of an application. */
@Path("/config/{app}/flows")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class FlowsResource implements ConfigApi {
  private final FlowCalls calls;
  private final FlowService flows;
  private final FlowSettingsService settings;
  private final FlowCopyService copies;
  private final Promotion promotion;

  FlowsResource(
      FlowCalls calls,
      FlowService flows,
      FlowSettingsService settings,
      FlowCopyService copies,
      Promotion promotion) {
    this.calls = calls;
    this.flows = flows;
    this.settings = settings;
    this.copies = copies;
    this.promotion = promotion;
  }

  /** CONF-16: the names of all flows. */
  @GET
  public Uni<Response> getFlows(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, "", "getFlows");
    return calls
        .caller(call, Permission.FLOWS)
        .chain(caller -> flows.names(caller.applicationId()))
        .map(names -> ConfigReply.ok(FlowOverview.list(applicationId, names)));
  }

  /** CONF-17: the head of a flow in short. */
  @GET
  @Path("/{flow}")
  public Uni<Response> getFlow(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    return calls.read(FlowCalls.call(routing, applicationId, flow, "getFlow"), FlowOverview::of);
  }

  /** CONF-20: other entity types or stored profile data of a flow. */
  @PUT
  @Path("/{flow}")
  public Uni<Response> updateFlow(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateFlow");
    return calls
        .caller(call, Permission.FLOW_SETTINGS)
        .chain(caller -> settings.change(caller, call))
        .map(done -> FlowReply.changed());
  }

  /** CONF-21: a flow with the content of another one. */
  @POST
  @Path("/{flow}/copy")
  public Uni<Response> copyFlow(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "copyFlow");
    return calls
        .caller(call, Permission.FLOWS)
        .chain(caller -> copies.copy(caller, call))
        .map(made -> FlowReply.created(made.path(""), FlowOverview.identity(made)));
  }

  /** CONF-22: brings a flow to another application. */
  @POST
  @Path("/{flow}/promote")
  public Uni<Response> promoteFlow(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "promoteFlow");
    return calls
        .caller(call, Permission.FLOWS)
        .chain(caller -> promotion.promote(caller, call))
        .map(made -> FlowReply.created(made.path(""), FlowOverview.identity(made)));
  }
}
