package org.vestibule.config.flow.link;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/links}: the links of a flow. */
@Path("/config/{app}/flows/{flow}/links")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class LinksResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  LinksResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-44: the names of all links. */
  @GET
  public Uni<Response> getLinks(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLinks");
    return calls.read(call, Links::list);
  }

  /** CONF-45: a link, its text plain when a locale is named. */
  @GET
  @Path("/{linkId}")
  public Uni<Response> getLink(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("linkId") String name,
      @QueryParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLink");
    return calls.read(call, head -> Links.one(head, name, locale));
  }

  /** CONF-47: a new link. */
  @POST
  public Uni<Response> createLink(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createLink");
    return calls.create(call, "/links", Links.create(call.request(), keys), Links::one);
  }

  /** CONF-46: another definition of a link. */
  @PUT
  @Path("/{linkId}")
  public Uni<Response> updateLink(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("linkId") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateLink");
    return calls.change(call, Links.replace(call.request(), name, keys));
  }

  /** CONF-48: removes a link, from forms too with {@code force=true}. */
  @DELETE
  @Path("/{linkId}")
  public Uni<Response> deleteLink(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("linkId") String name,
      @QueryParam("force") String force,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteLink");
    return calls.change(call, Links.delete(name, "true".equals(force)));
  }
}
