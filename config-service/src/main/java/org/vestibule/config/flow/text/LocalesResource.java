package org.vestibule.config.flow.text;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/flows/{flow}/locales}: the locales of a flow. */
@Path("/config/{app}/flows/{flow}/locales")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class LocalesResource implements ConfigApi {
  private final FlowCalls calls;

  LocalesResource(FlowCalls calls) {
    this.calls = calls;
  }

  /** CONF-53: the names of all locales. */
  @GET
  public Uni<Response> getLocales(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocales");
    return calls.read(call, TranslationViews::locales);
  }

  /** All texts of a locale by key (configuration.md 7.2). */
  @GET
  @Path("/{locale}")
  public Uni<Response> getLocale(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getLocale");
    return calls.read(call, head -> TranslationViews.locale(head, locale));
  }
}
