package org.vestibule.auth.token;

import java.time.Instant;

/** An access token that this service once issued, found by its hash. */
public record ResolvedToken(State state, Grantee grantee, Instant expiresAt) {

  /** What a known token is good for. */
  public enum State {
    ACTIVE,
    EXPIRED,
    REVOKED
  }

  static ResolvedToken of(Grantee grantee, Instant expiresAt, boolean revoked, Instant now) {
    State state = expiresAt.isAfter(now) ? State.ACTIVE : State.EXPIRED;
    return new ResolvedToken(revoked ? State.REVOKED : state, grantee, expiresAt);
  }
}
