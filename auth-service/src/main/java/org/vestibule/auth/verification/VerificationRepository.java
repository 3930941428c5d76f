package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of verification codes. */
@Singleton
class VerificationRepository {
  private static final String INSERT =
      """
      INSERT INTO verification_code
             (application_id, code_hash, customer_id, client_id, entity_type, record_uuid,
              attribute, address_hash, issued_at, expires_at, forget_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  // A claim that a crash left behind ends by itself.
  private static final String CLAIM =
      """
      UPDATE verification_code
         SET claimed_at = $3
       WHERE application_id = $1 AND code_hash = $2
         AND used_at IS NULL AND expires_at > $3
         AND (claimed_at IS NULL OR claimed_at < $4)
      RETURNING application_id, code_hash, customer_id, client_id, entity_type, record_uuid,
                attribute, address_hash, issued_at, expires_at
      """;
  private static final String RELEASE =
      """
      UPDATE verification_code
         SET claimed_at = NULL
       WHERE application_id = $1 AND code_hash = $2 AND used_at IS NULL
      """;
  private static final String USE =
      """
      UPDATE verification_code
         SET used_at = $3
       WHERE application_id = $1 AND code_hash = $2 AND used_at IS NULL
      """;
  private static final String IS_EXPIRED =
      """
      SELECT expires_at <= $3
        FROM verification_code
       WHERE application_id = $1 AND code_hash = $2 AND used_at IS NULL
      """;

  Uni<Void> insert(Tx tx, String applicationId, VerificationCodeRow code, Duration remember) {
    Grantee holder = code.holder();
    Tuple values =
        Tuple.of(applicationId, Buffer.buffer(code.hash()), holder.customerId(), holder.clientId())
            .addString(holder.entityType())
            .addUUID(holder.recordUuid())
            .addString(code.attribute())
            .addString(code.addressHash())
            .addOffsetDateTime(at(code.issuedAt()))
            .addOffsetDateTime(at(code.expiresAt()))
            .addOffsetDateTime(at(code.expiresAt().plus(remember)));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  /** Lets one caller try a code; empty for every other one until it is released. */
  Uni<Optional<VerificationCodeRow>> claim(
      Tx tx, String applicationId, byte[] hash, Instant now, Duration lease) {
    return tx.connection()
        .preparedQuery(CLAIM)
        .execute(Tuple.of(applicationId, Buffer.buffer(hash), at(now), at(now.minus(lease))))
        .map(rows -> Rows.first(rows).map(VerificationCodeRow::from));
  }

  Uni<Void> release(Tx tx, String applicationId, byte[] hash) {
    return tx.connection()
        .preparedQuery(RELEASE)
        .execute(Tuple.of(applicationId, Buffer.buffer(hash)))
        .replaceWithVoid();
  }

  Uni<Void> use(Tx tx, String applicationId, byte[] hash, Instant now) {
    return tx.connection()
        .preparedQuery(USE)
        .execute(Tuple.of(applicationId, Buffer.buffer(hash), at(now)))
        .replaceWithVoid();
  }

  /** Whether a code that was never used is too old. */
  Uni<Boolean> isExpired(Tx tx, String applicationId, byte[] hash, Instant now) {
    return tx.connection()
        .preparedQuery(IS_EXPIRED)
        .execute(Tuple.of(applicationId, Buffer.buffer(hash), at(now)))
        .map(rows -> Rows.first(rows).map(row -> row.getBoolean(0)).orElse(false));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
