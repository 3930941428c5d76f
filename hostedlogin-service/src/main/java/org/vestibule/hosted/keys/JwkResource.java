package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.vestibule.hosted.wire.HostedApi;
import org.vestibule.hosted.wire.HostedProblemRenderer;
import org.vestibule.hosted.wire.PublicDocument;
import org.vestibule.platform.problem.ApiFamily;

/** The public keys of a customer (hosted-login.md 6, webhooks.md 8.1). */
@Path("/{customerId}/login/jwk")
@ApiFamily(HostedProblemRenderer.FAMILY)
public class JwkResource implements HostedApi {
  private static final int MAX_AGE_SECONDS = 900;

  private final SigningKeyService keys;

  JwkResource(SigningKeyService keys) {
    this.keys = keys;
  }

  /** The JWK set that verifies tokens and webhook events. */
  @GET
  public Uni<Response> jwk(@PathParam("customerId") String customerId) {
    return keys.publicKeys(customerId).map(set -> PublicDocument.of(set, MAX_AGE_SECONDS));
  }
}
