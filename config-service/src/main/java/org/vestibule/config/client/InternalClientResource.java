package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Clients for the directories of the other services. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class InternalClientResource {
  private final ClientViews clients;

  InternalClientResource(ClientViews clients) {
    this.clients = clients;
  }

  /** One client with its live secrets, sealed. */
  @GET
  @Path("/clients/{clientId}")
  public Uni<ClientView> client(@PathParam("clientId") String clientId) {
    return clients.find(clientId).map(it -> it.orElseThrow(InternalProblem::notFound));
  }

  /** The clients of an application that have every {@code has_feature}, oldest first. */
  @GET
  @Path("/applications/{applicationId}/clients")
  public Uni<List<ClientView>> clients(
      @PathParam("applicationId") String applicationId,
      @QueryParam("has_feature") List<String> features) {
    return clients.list(applicationId, features);
  }
}
