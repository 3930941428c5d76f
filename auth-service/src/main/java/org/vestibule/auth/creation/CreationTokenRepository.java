package org.vestibule.auth.creation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of creation tokens. */
@Singleton
class CreationTokenRepository {
  private static final String INSERT =
      """
      INSERT INTO creation_token
             (application_id, token_hash, customer_id, client_id, entity_type, issued_at,
              expires_at, forget_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  // Without an application: who asks does not know yet whose token it is.
  private static final String FIND =
      """
      SELECT application_id, customer_id, client_id, entity_type, expires_at, record_uuid,
             claimed_at, confirmed_at IS NOT NULL AS confirmed
        FROM creation_token
       WHERE token_hash = $1
      """;
  private static final String CLAIM =
      """
      UPDATE creation_token
         SET record_uuid = $3, claimed_at = $4::timestamptz
       WHERE application_id = $1 AND token_hash = $2
         AND expires_at > $4::timestamptz AND confirmed_at IS NULL
         AND (record_uuid IS NULL OR record_uuid = $3 OR record_uuid = $5::uuid)
      """;
  private static final String CONFIRM =
      """
      UPDATE creation_token
         SET confirmed_at = $4
       WHERE application_id = $1 AND token_hash = $2 AND record_uuid = $3
      """;

  Uni<Void> insert(Tx tx, CreationTokenRow token, byte[] hash, Instant issuedAt, Instant forgetAt) {
    Tuple values =
        Tuple.of(token.applicationId(), Buffer.buffer(hash), token.customerId(), token.clientId())
            .addString(token.entityType())
            .addOffsetDateTime(at(issuedAt))
            .addOffsetDateTime(at(token.expiresAt()))
            .addOffsetDateTime(at(forgetAt));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  Uni<Optional<CreationTokenRow>> find(Tx tx, byte[] hash) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows -> Rows.first(rows).map(CreationTokenRow::from));
  }

  /**
   * Gives a token to a record; true for one record alone.
   *
   * @param givenUp a record that had it and does not exist; null = none
   */
  Uni<Boolean> claim(Tx tx, CreationClaim claim, UUID givenUp, Instant now) {
    return tx.connection()
        .preparedQuery(CLAIM)
        .execute(values(claim, now).addUUID(givenUp))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Says that the record which has the token exists; nobody else can get it any more. */
  Uni<Void> confirm(Tx tx, CreationClaim claim, Instant now) {
    return tx.connection().preparedQuery(CONFIRM).execute(values(claim, now)).replaceWithVoid();
  }

  private static Tuple values(CreationClaim claim, Instant now) {
    return Tuple.of(claim.applicationId(), Buffer.buffer(claim.hash()), claim.record(), at(now));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
