package org.vestibule.hosted.application;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblemRenderer;

/** Tells config-service whether an application is ready for Hosted Login. */
@Path("/internal/applications/{applicationId}/ready")
@Produces(MediaType.APPLICATION_JSON)
@ApiFamily(InternalProblemRenderer.FAMILY)
public class InternalApplicationResource {
  private final ProvisioningService provisioning;

  InternalApplicationResource(ProvisioningService provisioning) {
    this.provisioning = provisioning;
  }

  /** Ready with the sealed configuration client, or not yet. */
  @GET
  public Uni<Readiness> ready(@PathParam("applicationId") String applicationId) {
    return provisioning
        .configurationClient(applicationId)
        .map(client -> client.map(Readiness::of).orElseGet(Readiness::notYet));
  }
}
