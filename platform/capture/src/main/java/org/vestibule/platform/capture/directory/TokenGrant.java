package org.vestibule.platform.capture.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a bearer token stands for, as its owner tells it; without members when unknown. */
public record TokenGrant(
    State state,
    String kind,
    UUID customerId,
    String applicationId,
    String clientId,
    String entityType,
    UUID recordUuid,
    List<String> scopes,
    Instant expiresAt) {

  /** Whether the token works and, if not, whether it ever did. */
  public enum State {
    active,
    expired,
    revoked,
    unknown
  }

  /** A token that nobody issued. */
  public static TokenGrant none() {
    return new TokenGrant(State.unknown, null, null, null, null, null, null, null, null);
  }

  /** The state at an instant: an active token may have ended since it was read. */
  public State stateAt(Instant now) {
    return state == State.active && !now.isBefore(expiresAt) ? State.expired : state;
  }
}
