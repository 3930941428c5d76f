package org.vestibule.config.flow.screen;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/screens}: the screens of a flow. */
@Path("/config/{app}/flows/{flow}/screens")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class ScreensResource implements ConfigApi {
  private final FlowCalls calls;

  ScreensResource(FlowCalls calls) {
    this.calls = calls;
  }

  /** CONF-68: the names of all screens. */
  @GET
  public Uni<Response> getScreens(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getScreens");
    return calls.read(call, Screens::list);
  }

  /** CONF-69: a screen. */
  @GET
  @Path("/{screen}")
  public Uni<Response> getScreen(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("screen") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getScreen");
    return calls.read(call, head -> Screens.one(head, name));
  }

  /** CONF-71: a new screen. */
  @POST
  public Uni<Response> createScreen(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createScreen");
    return calls.create(call, "/screens", Screens.create(call.request()), Screens::one);
  }

  /** CONF-70: other properties of a screen. */
  @PUT
  @Path("/{screen}")
  public Uni<Response> updateScreen(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("screen") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateScreen");
    return calls.change(call, Screens.replace(call.request(), name));
  }

  /** CONF-72: removes a screen. */
  @DELETE
  @Path("/{screen}")
  public Uni<Response> deleteScreen(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("screen") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteScreen");
    return calls.change(call, Screens.delete(name));
  }
}
