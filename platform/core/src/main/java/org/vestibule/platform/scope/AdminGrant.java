package org.vestibule.platform.scope;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a bearer token stands for, as hostedlogin-service tells it; without members when unknown.
 */
public record AdminGrant(
    State state,
    String kind,
    UUID customerId,
    String clientId,
    List<String> scopes,
    Instant expiresAt) {
  /** Kind of the tokens that configuration clients get. */
  public static final String ADMINISTRATIVE = "administrative";

  /** Whether the token works and, if not, whether it ever did. */
  public enum State {
    active,
    expired,
    revoked,
    unknown
  }

  /** A token that nobody issued. */
  public static AdminGrant none() {
    return new AdminGrant(State.unknown, null, null, null, null, null);
  }

  /**
   * Whether the token opens a path of this customer now; the path is as sent, below that of the
   * customer and without a leading slash.
   */
  public boolean permits(UUID customer, String method, String path, Instant now) {
    return state == State.active
        && ADMINISTRATIVE.equals(kind)
        && customer.equals(customerId)
        && now.isBefore(expiresAt)
        && AdminScopes.parse(scopes).permits(method, path);
  }
}
