package org.vestibule.config.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.config.client.Caller;
import org.vestibule.config.client.Callers;
import org.vestibule.config.client.ClientService;
import org.vestibule.config.client.Permission;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/clients/{client}/settings}: the settings of one client. */
@Path("/config/{app}/clients/{client}/settings")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class ClientSettingsResource implements ConfigApi {
  private final Callers callers;
  private final ClientService clients;
  private final SettingsReadService settings;
  private final SettingChangeService changes;

  ClientSettingsResource(
      Callers callers,
      ClientService clients,
      SettingsReadService settings,
      SettingChangeService changes) {
    this.callers = callers;
    this.clients = clients;
    this.settings = settings;
    this.changes = changes;
  }

  /** CONF-10: the client's own settings and those of the application. */
  @GET
  public Uni<Response> getClientSettings(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    return callers
        .requireOwnerOrSelf(EdgeRequest.of(routing), applicationId, clientId)
        .chain(caller -> settings.ofClient(caller.applicationId(), clientId))
        .map(ConfigReply::ok);
  }

  /** CONF-11: the client's own settings become what the body says. */
  @PUT
  public Uni<Response> replaceClientSettings(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return callers
        .require(request, applicationId, Permission.ADMINISTRATION)
        .call(caller -> clients.requireClient(caller.applicationId(), clientId))
        .call(caller -> replace(caller, clientId, request))
        .chain(caller -> settings.ofClient(caller.applicationId(), clientId))
        .map(ConfigReply::ok);
  }

  private Uni<?> replace(Caller caller, String clientId, EdgeRequest request) {
    SettingScope scope = SettingScope.of(caller.applicationId(), clientId);
    SettingEdit edit = SettingEdit.replace(SettingsParser.parse(JsonBody.of(request)));
    return changes.change(caller, scope, edit);
  }
}
