package org.vestibule.webhook.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.platform.outbound.GuardedHttpClient;
import org.vestibule.platform.outbound.OutboundException;
import org.vestibule.platform.outbound.OutboundException.Reason;
import org.vestibule.webhook.wire.WebhookProblem;

/** Judges an endpoint before it is stored, by the rules that each delivery judges it by again. */
@Singleton
class EndpointAcceptance {
  private static final String NO_URL = "endpoint must be an https URL of a host, without a user";

  // One text for all of these: which names resolve inside our network is nobody's business.
  private static final String NOT_PUBLIC =
      "endpoint must name a host whose addresses are all public";

  private final GuardedHttpClient client;

  EndpointAcceptance(GuardedHttpClient client) {
    this.client = client;
  }

  /** Fails with the reason when the endpoint cannot be a receiver. */
  Uni<Void> require(String endpoint) {
    return client
        .check(endpoint)
        .onFailure(OutboundException.class)
        .transform(failure -> problem(((OutboundException) failure).reason()));
  }

  private static RuntimeException problem(Reason reason) {
    boolean isForm = reason == Reason.URL || reason == Reason.SCHEME;
    return new WebhookProblem.Invalid(isForm ? NO_URL : NOT_PUBLIC).exception();
  }
}
