package org.vestibule.config.flow.message;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.shipped.ShippedFlows;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/**
 * {@code /config/{app}/flows/{flow}/2faMessages}: the messages of the second factor in all locales.
 */
@Path("/config/{app}/flows/{flow}/2faMessages")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class AllMessagesResource implements ConfigApi {
  private final FlowCalls calls;
  private final ShippedFlows shipped;

  AllMessagesResource(FlowCalls calls, ShippedFlows shipped) {
    this.calls = calls;
    this.shipped = shipped;
  }

  /** CONF-51 for every locale: adds the messages that are missing. */
  @POST
  public Uni<Response> addAllMessages(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "addAllMessages");
    return calls.change(call, Messages.addDefaults(shipped::messages));
  }
}
