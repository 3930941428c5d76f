package org.vestibule.platform.scope;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.http.EdgeRequest;

/** Decides whether a request to an administrative API shows a token that permits it. */
@Singleton
public class AdminAccess {
  private final AdminTokenDirectory tokens;
  private final Clock clock;

  /** Takes the directory of tokens. */
  public AdminAccess(AdminTokenDirectory tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The grant of the request's bearer token, or empty unless it permits the request's method on
   * this path of the customer; the path is below that of the customer, without a leading slash.
   */
  public Uni<Optional<AdminGrant>> grant(EdgeRequest request, UUID customerId, String path) {
    Optional<String> token = BearerToken.of(request.header("Authorization"));
    return token.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : tokens
            .resolve(token.get(), request.context())
            .map(Optional::of)
            .map(it -> it.filter(grant -> permits(grant, request, customerId, path)));
  }

  private boolean permits(AdminGrant grant, EdgeRequest request, UUID customerId, String path) {
    return grant.permits(customerId, request.method(), path, clock.instant());
  }
}
