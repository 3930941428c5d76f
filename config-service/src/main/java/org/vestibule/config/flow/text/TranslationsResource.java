package org.vestibule.config.flow.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vestibule.config.flow.Changed;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.document.NewKeys;
import org.vestibule.config.flow.wire.FlowReply;
import org.vestibule.config.flow.wire.MediaTypes;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/translations}: the texts of a flow in all locales. */
@Path("/config/{app}/flows/{flow}/translations")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class TranslationsResource implements ConfigApi {
  private final FlowCalls calls;
  private final NewKeys keys;

  TranslationsResource(FlowCalls calls, NewKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** CONF-73: all translations, as JSON or CSV. */
  @GET
  public Uni<Response> getTranslations(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getTranslations");
    return calls.answer(call, head -> list(call, head));
  }

  /** CONF-74: a translation. */
  @GET
  @Path("/{key}")
  public Uni<Response> getTranslation(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("key") String key,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getTranslation");
    return calls.read(call, head -> TranslationViews.one(head, key));
  }

  /** CONF-75: new translations, from JSON or CSV. */
  @POST
  public Uni<Response> createTranslations(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "createTranslations");
    return calls
        .changed(call, TranslationEdits.create(call.request(), keys))
        .map(TranslationsResource::created);
  }

  /** CONF-77: other texts of translations, from JSON or CSV. */
  @PATCH
  public Uni<Response> updateTranslations(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateTranslations");
    return calls.change(call, TranslationEdits.update(call.request()));
  }

  /** CONF-77 by the method that clients of 2015 use. */
  @PUT
  public Uni<Response> putTranslations(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    return updateTranslations(applicationId, flow, routing);
  }

  /** CONF-76: removes a translation that nothing uses. */
  @DELETE
  @Path("/{key}")
  public Uni<Response> deleteTranslation(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("key") String key,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "deleteTranslation");
    return calls.change(call, TranslationEdits.delete(key));
  }

  private static Response list(FlowCall call, FlowHead head) {
    String type = MediaTypes.accepted(call.request(), List.of("application/json", GivenTexts.CSV));
    return type.equals(GivenTexts.CSV)
        ? FlowReply.text(GivenTexts.CSV, TranslationViews.csv(head))
        : ConfigReply.ok(TranslationViews.list(head));
  }

  /** Only a single new text has an address of its own. */
  private static Response created(Changed done) {
    List<String> keys = done.object().lines().toList();
    JsonNode made = TranslationViews.list(done.head(), keys);
    return keys.size() == 1
        ? FlowReply.created(done.head().path("/translations/" + keys.get(0)), made)
        : FlowReply.created(made);
  }
}
