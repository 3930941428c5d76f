package org.vestibule.auth.renewal;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A token that its client shows, with the grant that it hangs on. */
record RenewableRow(
    UUID grant,
    String clientId,
    String entityType,
    UUID record,
    Optional<String> sealedSecret,
    boolean isRevoked,
    Instant issuedAt) {

  static RenewableRow from(Row row) {
    return new RenewableRow(
        row.getUUID("id"),
        row.getString("client_id"),
        row.getString("entity_type"),
        row.getUUID("record_uuid"),
        Optional.ofNullable(row.getString("refresh_secret")),
        row.getBoolean("revoked"),
        row.getOffsetDateTime("issued_at").toInstant());
  }
}
