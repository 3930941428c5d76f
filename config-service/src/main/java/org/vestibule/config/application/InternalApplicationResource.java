package org.vestibule.config.application;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Applications and hosts for the directories of the other services. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class InternalApplicationResource {
  private final ApplicationService applications;

  InternalApplicationResource(ApplicationService applications) {
    this.applications = applications;
  }

  /** One application with its settings. */
  @GET
  @Path("/applications/{applicationId}")
  public Uni<ApplicationView> application(@PathParam("applicationId") String applicationId) {
    return applications.find(applicationId).map(it -> it.orElseThrow(InternalProblem::notFound));
  }

  /** The application that answers a host. */
  @GET
  @Path("/domains/{host}")
  public Uni<DomainView> domain(@PathParam("host") String host) {
    return applications.ofHost(host).map(it -> it.orElseThrow(InternalProblem::notFound));
  }
}
