package org.vestibule.auth.token;

import java.time.Instant;
import org.vestibule.auth.grant.Grantee;

/**
 * An access token that this service once issued, found by its hash.
 *
 * @param recovered it came out of a mail that recovers a password
 */
public record ResolvedToken(State state, Grantee grantee, Instant expiresAt, boolean recovered) {

  /** What a known token is good for. */
  public enum State {
    ACTIVE,
    EXPIRED,
    REVOKED;

    static State of(boolean revoked, Instant expiresAt, Instant now) {
      if (revoked) {
        return REVOKED;
      }
      return expiresAt.isAfter(now) ? ACTIVE : EXPIRED;
    }
  }
}
