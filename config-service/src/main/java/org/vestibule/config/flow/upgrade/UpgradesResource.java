package org.vestibule.config.flow.upgrade;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.shipped.ShippedFlows;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/upgrades}: what Hosted Login needs of a flow. */
@Path("/config/{app}/flows/{flow}/upgrades")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class UpgradesResource implements ConfigApi {
  private final FlowCalls calls;
  private final ShippedFlows shipped;

  UpgradesResource(FlowCalls calls, ShippedFlows shipped) {
    this.calls = calls;
    this.shipped = shipped;
  }

  /** CONF-41: the names of all upgrades. */
  @GET
  public Uni<Response> getUpgrades(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getUpgrades");
    return calls.read(call, Upgrade::list);
  }

  /** CONF-42: what an upgrade would change. */
  @GET
  @Path("/{upgradeId}")
  public Uni<Response> getUpgrade(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("upgradeId") String upgrade,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getUpgrade");
    return calls.read(call, head -> Upgrade.dryRun(head, standard(), upgrade));
  }

  /** CONF-43: applies an upgrade. */
  @POST
  @Path("/{upgradeId}")
  public Uni<Response> applyUpgrade(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("upgradeId") String upgrade,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "applyUpgrade");
    return calls.change(call, Upgrade.apply(standard(), upgrade));
  }

  private FlowDocument standard() {
    return shipped.document(ShippedFlows.STANDARD);
  }
}
