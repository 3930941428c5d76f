package org.vestibule.config.flow.form;

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
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/forms}: the forms of a flow. */
@Path("/config/{app}/flows/{flow}/forms")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class FormsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  FormsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-29: the names of all forms. */
  @GET
  public Uni<Response> getForms(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getForms");
    return calls.read(call, FormViews::list);
  }

  /** CONF-30: a form. */
  @GET
  @Path("/{form}")
  public Uni<Response> getForm(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("form") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getForm");
    return calls.read(call, head -> FormViews.one(head, name));
  }

  /** CONF-32: a new form. */
  @POST
  public Uni<Response> createForm(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createForm");
    return calls.create(call, "/forms", FormEdits.create(call.request(), keys), FormViews::one);
  }

  /** CONF-31: other fields of a form. */
  @PUT
  @Path("/{form}")
  public Uni<Response> updateForm(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("form") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateForm");
    return calls.change(call, FormEdits.replace(call.request(), name, keys));
  }

  /** CONF-33: removes a form; its fields stay. */
  @DELETE
  @Path("/{form}")
  public Uni<Response> deleteForm(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("form") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteForm");
    return calls.change(call, FormEdits.delete(name));
  }
}
