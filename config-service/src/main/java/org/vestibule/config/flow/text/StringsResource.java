package org.vestibule.config.flow.text;

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
import org.vestibule.config.flow.document.KeyedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/strings}: the strings of a flow. */
@Path("/config/{app}/flows/{flow}/strings")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class StringsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  StringsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-58: the names of all strings. */
  @GET
  public Uni<Response> getStrings(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getStrings");
    return calls.read(call, Strings::list);
  }

  /** CONF-59: a string. */
  @GET
  @Path("/{string}")
  public Uni<Response> getString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getString");
    return calls.read(call, head -> Strings.one(head, name));
  }

  /** CONF-60: a new string. */
  @POST
  public Uni<Response> createString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createString");
    return calls.createKnowing(
        call,
        "/strings",
        schemas -> Strings.create(call.request(), schemas, it -> new KeyedTexts(it, keys)),
        Strings::one);
  }

  /** CONF-61: another value of a string. */
  @PUT
  @Path("/{string}")
  public Uni<Response> updateString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateString");
    return calls.changeKnowing(
        call,
        schemas -> Strings.replace(call.request(), name, schemas, it -> new KeyedTexts(it, keys)));
  }

  /** CONF-62: removes a string. */
  @DELETE
  @Path("/{string}")
  public Uni<Response> deleteString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteString");
    return calls.change(call, Strings.delete(name));
  }
}
