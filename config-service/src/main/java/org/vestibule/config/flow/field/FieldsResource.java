package org.vestibule.config.flow.field;

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
import org.vestibule.config.flow.document.KeyedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/fields}: the fields of a flow. */
@Path("/config/{app}/flows/{flow}/fields")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class FieldsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  FieldsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-24: the names of all fields. */
  @GET
  public Uni<Response> getFields(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getFields");
    return calls.read(call, FieldViews::list);
  }

  /** CONF-25: a field. */
  @GET
  @Path("/{field}")
  public Uni<Response> getField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("field") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getField");
    return calls.read(call, head -> FieldViews.one(head, name));
  }

  /** CONF-27: a new field. */
  @POST
  public Uni<Response> createField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createField");
    return calls.createKnowing(
        call,
        "/fields",
        schemas -> FieldEdits.create(call.request(), schemas, it -> new KeyedTexts(it, keys)),
        FieldViews::one);
  }

  /** CONF-26: another definition of a field. */
  @PUT
  @Path("/{field}")
  public Uni<Response> updateField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("field") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateField");
    return calls.changeKnowing(
        call,
        schemas ->
            FieldEdits.replace(call.request(), name, schemas, it -> new KeyedTexts(it, keys)));
  }

  /** CONF-28: removes a field, from all forms too unless {@code force=false}. */
  @DELETE
  @Path("/{field}")
  public Uni<Response> deleteField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("field") String name,
      @QueryParam("force") String force,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteField");
    return calls.change(call, FieldEdits.delete(name, !"false".equals(force)));
  }
}
