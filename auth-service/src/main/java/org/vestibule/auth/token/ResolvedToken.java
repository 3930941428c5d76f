package org.vestibule.auth.token;

import java.time.Instant;
import java.util.Optional;
import org.vestibule.auth.grant.Grantee;

/**
 * An access token that this service once issued, found by its hash.
 *
 * @param recovered it came out of a mail that recovers a password
 * @param provenAddress SHA-256 of the address of that mail, until a password was changed by it
 */
public record ResolvedToken(
    State state,
    Grantee grantee,
    Instant expiresAt,
    boolean recovered,
    Optional<String> provenAddress) {

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
