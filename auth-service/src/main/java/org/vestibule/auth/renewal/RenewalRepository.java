package org.vestibule.auth.renewal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of renewals. */
@Singleton
class RenewalRepository {
  private static final String FIND =
      """
      SELECT granted.id, granted.client_id, granted.entity_type, granted.record_uuid,
             granted.refresh_secret, granted.revoked_at IS NOT NULL AS revoked, token.issued_at
        FROM access_token AS token
        JOIN access_grant AS granted ON granted.id = token.grant_id
       WHERE token.application_id = $1 AND token.token_hash = $2
      """;
  // The row of the grant is locked first: a revocation comes before this and is seen, or after it
  // and ends the new token too. Who shows a token has received it and needs none that is older.
  private static final String RENEW =
      """
      WITH kept AS (
        UPDATE access_grant
           SET forget_at = greatest(forget_at, $7::timestamptz)
         WHERE application_id = $1 AND id = $2 AND revoked_at IS NULL
        RETURNING id),
      older AS (
        UPDATE access_token AS token
           SET forget_at = $8::timestamptz
          FROM kept
         WHERE token.application_id = $1 AND token.grant_id = kept.id
           AND token.issued_at < $3::timestamptz AND token.forget_at > $8::timestamptz)
      INSERT INTO access_token
             (application_id, token_hash, grant_id, issued_at, expires_at, forget_at)
      SELECT $1, $4::bytea, id, $5::timestamptz, $6::timestamptz, $7::timestamptz FROM kept
      """;

  /** A token of an application, whatever its state. */
  Uni<Optional<RenewableRow>> find(Tx tx, String applicationId, byte[] tokenHash) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(applicationId, Buffer.buffer(tokenHash)))
        .map(rows -> Rows.first(rows).map(RenewableRow::from));
  }

  /** Stores a new token beside the shown one; false when the grant was revoked meanwhile. */
  Uni<Boolean> renew(
      Tx tx, String applicationId, RenewableRow shown, byte[] freshHash, RenewalTimes times) {
    Tuple values =
        Tuple.of(applicationId, shown.grant(), at(shown.issuedAt()), Buffer.buffer(freshHash))
            .addOffsetDateTime(at(times.now()))
            .addOffsetDateTime(at(times.end()))
            .addOffsetDateTime(at(times.forgetAt()))
            .addOffsetDateTime(at(times.forgetOlder()));
    return tx.connection().preparedQuery(RENEW).execute(values).map(rows -> rows.rowCount() == 1);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
