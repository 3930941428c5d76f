package org.vestibule.webhook.administration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.scope.AdminAccess;
import org.vestibule.platform.scope.AdminGrant;
import org.vestibule.webhook.wire.WebhookProblem;

/** Lets only clients in that show a fitting administrative token and do not ask too often. */
@Singleton
public class Administrators {
  private final AdminAccess access;
  private final RequestLimit limit;

  Administrators(AdminAccess access, RequestLimit limit) {
    this.access = access;
    this.limit = limit;
  }

  /** Who asks; the path is the one below that of the customer, without a leading slash. */
  public Uni<Administrator> require(EdgeRequest request, UUID customerId, String path) {
    return access
        .grant(request, customerId, path)
        .map(Administrators::permitted)
        .map(grant -> administrator(grant, request))
        .call(limit::count);
  }

  /** Every reason is the same 403: missing, malformed, expired, foreign, too narrow. */
  private static AdminGrant permitted(Optional<AdminGrant> grant) {
    return grant.orElseThrow(() -> new WebhookProblem.Forbidden().exception());
  }

  private static Administrator administrator(AdminGrant grant, EdgeRequest request) {
    return new Administrator(grant.customerId(), request.context().withClient(grant.clientId()));
  }
}
