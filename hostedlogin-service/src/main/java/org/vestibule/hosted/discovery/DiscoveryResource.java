package org.vestibule.hosted.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.vestibule.hosted.wire.HostedApi;
import org.vestibule.hosted.wire.HostedProblemRenderer;
import org.vestibule.hosted.wire.PublicDocument;
import org.vestibule.platform.problem.ApiFamily;

/** What a customer's OpenID Connect provider can do (hosted-login.md 5). */
@Path("/{customerId}/login/.well-known/openid-configuration")
@ApiFamily(HostedProblemRenderer.FAMILY)
public class DiscoveryResource implements HostedApi {
  private static final int MAX_AGE_SECONDS = 3_600;

  private final DiscoveryService discovery;

  DiscoveryResource(DiscoveryService discovery) {
    this.discovery = discovery;
  }

  /** The discovery document. */
  @GET
  public Uni<Response> openidConfiguration(@PathParam("customerId") String customerId) {
    return discovery.document(customerId).map(it -> PublicDocument.of(it, MAX_AGE_SECONDS));
  }
}
