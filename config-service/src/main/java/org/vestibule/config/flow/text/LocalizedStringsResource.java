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
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.document.LocalizedTexts;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code .../locales/{locale}/strings}: the strings of a flow with the texts of one locale. */
@Path("/config/{app}/flows/{flow}/locales/{locale}/strings")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class LocalizedStringsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  LocalizedStringsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-63: the names of all strings. */
  @GET
  public Uni<Response> getLocalizedStrings(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocalizedStrings");
    return calls.read(call, head -> Strings.list(head, locale));
  }

  /** CONF-64: a string. */
  @GET
  @Path("/{string}")
  public Uni<Response> getLocalizedString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocalizedString");
    return calls.read(call, head -> Strings.one(head, locale, name));
  }

  /** CONF-65: a new string, whose text becomes that of every locale. */
  @POST
  public Uni<Response> createLocalizedString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createLocalizedString");
    return calls.createKnowing(
        call,
        "/locales/" + locale + "/strings",
        schemas ->
            FlowEdit.in(
                locale,
                Strings.create(
                    call.request(), schemas, it -> new LocalizedTexts(it, keys, locale))),
        (head, made) -> Strings.one(head, locale, made));
  }

  /** CONF-66: another text of a string. */
  @PUT
  @Path("/{string}")
  public Uni<Response> updateLocalizedString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateLocalizedString");
    return calls.changeKnowing(
        call,
        schemas ->
            FlowEdit.in(
                locale,
                Strings.replace(
                    call.request(), name, schemas, it -> new LocalizedTexts(it, keys, locale))));
  }

  /** CONF-67: removes a string as a whole. */
  @DELETE
  @Path("/{string}")
  public Uni<Response> deleteLocalizedString(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("string") String name,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteLocalizedString");
    return calls.change(call, FlowEdit.in(locale, Strings.delete(name)));
  }
}
