package org.vestibule.auth.token;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/** An access token that this service once issued, found by its hash. */
public record ResolvedToken(State state, Grantee grantee, Instant expiresAt) {

  /** What a known token is good for. */
  public enum State {
    ACTIVE,
    EXPIRED,
    REVOKED
  }

  static ResolvedToken from(Row row, Instant now) {
    Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
    Grantee grantee =
        new Grantee(
            row.getString("application_id"),
            row.getUUID("customer_id"),
            row.getString("client_id"),
            row.getString("entity_type"),
            row.getUUID("record_uuid"));
    return new ResolvedToken(state(row, expiresAt, now), grantee, expiresAt);
  }

  private static State state(Row row, Instant expiresAt, Instant now) {
    if (row.getBoolean("revoked")) {
      return State.REVOKED;
    }
    return expiresAt.isAfter(now) ? State.ACTIVE : State.EXPIRED;
  }
}
