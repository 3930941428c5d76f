package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Flow documents for the directories of the other services. */
@Path("/internal/applications/{applicationId}/flows/{flow}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class InternalFlowResource {
  private final FlowService flows;

  InternalFlowResource(FlowService flows) {
    this.flows = flows;
  }

  /** One version by id or {@code HEAD}. */
  @GET
  public Uni<FlowVersionView> version(
      @PathParam("applicationId") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("version") String version) {
    return flows
        .find(applicationId, flow, version)
        .map(it -> it.orElseThrow(InternalProblem::notFound));
  }
}
