package org.vestibule.config.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.config.wire.ConfigReply;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /config/{app}/clients}: the API clients of an application. */
@Path("/config/{app}/clients")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class ClientsResource implements ConfigApi {
  private final Callers callers;
  private final ClientService clients;
  private final ClientChangeService changes;
  private final SecretResetService resets;

  ClientsResource(
      Callers callers,
      ClientService clients,
      ClientChangeService changes,
      SecretResetService resets) {
    this.callers = callers;
    this.clients = clients;
    this.changes = changes;
    this.resets = resets;
  }

  /** CONF-01: all clients, or those that have every {@code has_feature}. */
  @GET
  public Uni<Response> listClients(
      @PathParam("app") String applicationId,
      @QueryParam("has_feature") List<String> features,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> clients.list(caller.applicationId(), it -> it.containsAll(features)))
        .map(ConfigReply::ok);
  }

  /** CONF-02: one client. */
  @GET
  @Path("/{client}")
  public Uni<Response> getClient(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> clients.find(caller.applicationId(), clientId))
        .map(ConfigReply::ok);
  }

  /** CONF-05: a new client. */
  @POST
  public Uni<Response> createClient(
      @PathParam("app") String applicationId, @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return callers
        .require(request, applicationId, Permission.ADMINISTRATION)
        .chain(caller -> changes.create(caller, draft(request), NameRule.UNIQUE))
        .map(client -> ConfigReply.created(client.path("_self").textValue(), client));
  }

  /** CONF-03: a client becomes what the body says. */
  @PUT
  @Path("/{client}")
  public Uni<Response> replaceClient(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return callers
        .require(request, applicationId, Permission.ADMINISTRATION)
        .call(caller -> clients.requireClient(caller.applicationId(), clientId))
        .chain(caller -> replace(caller, clientId, draft(request)))
        .map(ConfigReply::ok);
  }

  /** CONF-06: a client goes. */
  @DELETE
  @Path("/{client}")
  public Uni<Response> deleteClient(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    return callers
        .require(EdgeRequest.of(routing), applicationId, Permission.ADMINISTRATION)
        .chain(caller -> changes.delete(caller, clientId))
        .map(done -> ConfigReply.noContent());
  }

  /** CONF-04: a new secret. */
  @PUT
  @Path("/{client}/secret")
  public Uni<Response> resetClientSecret(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    EdgeRequest request = EdgeRequest.of(routing);
    return callers
        .require(request, applicationId, Permission.ADMINISTRATION)
        .call(caller -> clients.requireClient(caller.applicationId(), clientId))
        .chain(caller -> reset(caller, clientId, request))
        .map(ConfigReply::ok);
  }

  /** CONF-04 by the method that the operation index names. */
  @POST
  @Path("/{client}/secret")
  public Uni<Response> postClientSecret(
      @PathParam("app") String applicationId,
      @PathParam("client") String clientId,
      @Context RoutingContext routing) {
    return resetClientSecret(applicationId, clientId, routing);
  }

  private Uni<ObjectNode> replace(Caller caller, String clientId, ClientDraft draft) {
    ClientEdit edit = new ClientEdit("replaceClient", NameRule.UNIQUE, before -> draft);
    return changes.change(caller, clientId, edit);
  }

  private static ClientDraft draft(EdgeRequest request) {
    return ClientDraftParser.parse(JsonBody.of(request));
  }

  private Uni<ObjectNode> reset(Caller caller, String clientId, EdgeRequest request) {
    return resets.reset(caller, clientId, SecretReset.parse(JsonBody.of(request)));
  }
}
