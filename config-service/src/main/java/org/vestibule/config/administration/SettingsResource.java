package org.vestibule.config.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.Permission;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/settings}: the settings of an application and those that exist. */
@Path("/config/{app}/settings")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class SettingsResource implements ConfigApi {
  private final Callers callers;
  private final SettingsReadService settings;
  private final SettingChangeService changes;

  SettingsResource(Callers callers, SettingsReadService settings, SettingChangeService changes) {
    this.callers = callers;
    this.settings = settings;
    this.changes = changes;
  }

  /** CONF-07: all settings of the application, with those of its clients when asked for. */
  @GET
  public Uni<Response> getSettings(
      @PathParam("app") String applicationId,
      @QueryParam("include_clients") String includeClients,
      @Context RoutingContext routing) {
    return owner(applicationId, routing)
        .chain(
            caller ->
                "true".equals(includeClients)
                    ? settings.withClients(caller.applicationId())
                    : settings.ofApplication(caller.applicationId()))
        .map(ConfigReply::ok);
  }

  /** CONF-08: the predefined settings. */
  @GET
  @Path("/options")
  public Uni<Response> getSettingOptions(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    return owner(applicationId, routing).chain(settings::options).map(ConfigReply::ok);
  }

  /** CONF-09: the settings become what the body says. */
  @PUT
  public Uni<Response> replaceSettings(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    return owner(applicationId, routing)
        .call(caller -> replace(caller, routing))
        .chain(caller -> settings.ofApplication(caller.applicationId()))
        .map(ConfigReply::ok);
  }

  private Uni<?> replace(Caller caller, RoutingContext routing) {
    SettingScope scope = SettingScope.of(caller.applicationId());
    SettingEdit edit =
        SettingEdit.replace(SettingsParser.parse(JsonBody.of(EdgeRequest.of(routing))));
    return changes.change(caller, scope, edit);
  }

  private Uni<Caller> owner(String applicationId, RoutingContext routing) {
    return callers.require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION);
  }
}
