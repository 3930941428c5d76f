package org.vestibule.config.flow.field;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.document.LocalizedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code .../locales/{locale}/fields}: the fields of a flow with the texts of one locale. */
@Path("/config/{app}/flows/{flow}/locales/{locale}/fields")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class LocalizedFieldsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  LocalizedFieldsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-54: the names of all fields. */
  @GET
  public Uni<Response> getLocalizedFields(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocalizedFields");
    return calls.read(call, head -> FieldViews.list(head, locale));
  }

  /** CONF-56: a field. */
  @GET
  @Path("/{field}")
  public Uni<Response> getLocalizedField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("field") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocalizedField");
    return calls.read(call, head -> FieldViews.one(head, locale, name));
  }

  /** CONF-55: a new field, whose texts become those of every locale. */
  @POST
  public Uni<Response> createLocalizedField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createLocalizedField");
    return calls.createKnowing(
        call,
        "/locales/" + locale + "/fields",
        schemas ->
            FlowEdit.in(
                locale,
                FieldEdits.create(
                    call.request(), schemas, it -> new LocalizedTexts(it, keys, locale))),
        (head, made) -> FieldViews.one(head, locale, made));
  }

  /** CONF-57: another definition of a field. */
  @PUT
  @Path("/{field}")
  public Uni<Response> updateLocalizedField(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("field") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateLocalizedField");
    return calls.changeKnowing(
        call,
        schemas ->
            FlowEdit.in(
                locale,
                FieldEdits.replace(
                    call.request(), name, schemas, it -> new LocalizedTexts(it, keys, locale))));
  }
}
