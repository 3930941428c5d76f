package org.vestibule.config.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.vestibule.config.application.ApplicationView;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.internal.InternalGuard;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** What the operator's command line asks for. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class TenantResource {
  private static final String OPERATOR = "operator";
  private final TenantService tenants;

  TenantResource(TenantService tenants) {
    this.tenants = tenants;
  }

  /** Makes customer, application, clients, settings and flow, and returns the secrets once. */
  @POST
  @Path("/tenants")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Uni<TenantReply> create(JsonNode body, @Context RoutingContext routing) {
    requireOperator(routing);
    return tenants.create(TenantRequestParser.parse(body), CallContext.of(routing));
  }

  /** All applications. */
  @GET
  @Path("/applications")
  public Uni<List<ApplicationView>> list(@Context RoutingContext routing) {
    requireOperator(routing);
    return tenants.applications();
  }

  private static void requireOperator(RoutingContext routing) {
    if (!OPERATOR.equals(InternalGuard.caller(routing))) {
      throw new InternalProblem(403, "Only the operator may do this").exception();
    }
  }
}
