package org.vestibule.auth.creation;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A row of {@code creation_token}.
 *
 * @param record the record that the token is used for; null = none yet
 * @param claimedAt when that began; null = not yet
 * @param isConfirmed whether that record is known to exist
 */
record CreationTokenRow(
    String applicationId,
    UUID customerId,
    String clientId,
    String entityType,
    Instant expiresAt,
    UUID record,
    Instant claimedAt,
    boolean isConfirmed) {

  static CreationTokenRow from(Row row) {
    OffsetDateTime claimedAt = row.getOffsetDateTime("claimed_at");
    return new CreationTokenRow(
        row.getString("application_id"),
        row.getUUID("customer_id"),
        row.getString("client_id"),
        row.getString("entity_type"),
        row.getOffsetDateTime("expires_at").toInstant(),
        row.getUUID("record_uuid"),
        claimedAt == null ? null : claimedAt.toInstant(),
        row.getBoolean("confirmed"));
  }

  boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }

  /** Whether somebody began to use it so long ago that it is done or was given up. */
  boolean isLeftBehind(Instant since) {
    return !isConfirmed && claimedAt != null && claimedAt.isBefore(since);
  }
}
