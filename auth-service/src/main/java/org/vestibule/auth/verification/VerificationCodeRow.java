package org.vestibule.auth.verification;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.grant.Grantee;

/**
 * A row of {@code verification_code}.
 *
 * @param attribute dotted path of the date that the code sets
 * @param addressHash SHA-256 of the address that the code was mailed to; null = it was not mailed
 */
record VerificationCodeRow(
    byte[] hash,
    Grantee holder,
    String attribute,
    String addressHash,
    Instant issuedAt,
    Instant expiresAt) {

  static VerificationCodeRow from(Row row) {
    return new VerificationCodeRow(
        row.getBuffer("code_hash").getBytes(),
        new Grantee(
            row.getString("application_id"),
            row.getUUID("customer_id"),
            row.getString("client_id"),
            row.getString("entity_type"),
            row.getUUID("record_uuid")),
        row.getString("attribute"),
        row.getString("address_hash"),
        row.getOffsetDateTime("issued_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }

  UUID record() {
    return holder.recordUuid();
  }
}
