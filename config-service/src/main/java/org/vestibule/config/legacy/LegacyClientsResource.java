package org.vestibule.config.legacy;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.capture.problem.CaptureProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code /clients/*}: API clients by the older API. */
@Path("/clients")
@ApiFamily(CaptureProblemRenderer.FAMILY)
public class LegacyClientsResource {
  private final LegacyClients clients;
  private final LegacyClientEdits edits;

  LegacyClientsResource(LegacyClients clients, LegacyClientEdits edits) {
    this.clients = clients;
    this.edits = edits;
  }

  /** LEGC-01: all clients, or those with one of some features. */
  @POST
  @Path("/list")
  public Uni<Response> clientsList(@Context RoutingContext routing) {
    return clients.list(routing);
  }

  /** The same for clients that read with GET. */
  @GET
  @Path("/list")
  public Uni<Response> clientsListByGet(@Context RoutingContext routing) {
    return clients.list(routing);
  }

  /** LEGC-02: other features. */
  @POST
  @Path("/set_features")
  public Uni<Response> clientsSetFeatures(@Context RoutingContext routing) {
    return edits.setFeatures(routing);
  }

  /** LEGC-03: a new secret. */
  @POST
  @Path("/reset_secret")
  public Uni<Response> clientsResetSecret(@Context RoutingContext routing) {
    return clients.resetSecret(routing);
  }

  /** LEGC-04: another name. */
  @POST
  @Path("/set_description")
  public Uni<Response> clientsSetDescription(@Context RoutingContext routing) {
    return edits.setDescription(routing);
  }

  /** LEGC-05: a new client. */
  @POST
  @Path("/add")
  public Uni<Response> clientsAdd(@Context RoutingContext routing) {
    return clients.add(routing);
  }

  /** LEGC-06: a client goes. */
  @POST
  @Path("/delete")
  public Uni<Response> clientsDelete(@Context RoutingContext routing) {
    return clients.delete(routing);
  }

  /** LEGC-07: another allow list. */
  @POST
  @Path("/set_whitelist")
  public Uni<Response> clientsSetWhitelist(@Context RoutingContext routing) {
    return edits.setWhitelist(routing);
  }

  /** LEGC-08: calls from everywhere. */
  @POST
  @Path("/clear_whitelist")
  public Uni<Response> clientsClearWhitelist(@Context RoutingContext routing) {
    return edits.clearWhitelist(routing);
  }
}
