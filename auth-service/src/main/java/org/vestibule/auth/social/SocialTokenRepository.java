package org.vestibule.auth.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of social tokens. */
@Singleton
class SocialTokenRepository {
  private static final String INSERT =
      """
      INSERT INTO social_token (application_id, id, token_hash, content, issued_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;
  // A claim that a crash left behind ends by itself.
  private static final String CLAIM =
      """
      UPDATE social_token
         SET claimed_at = $3,
             first_used_at = coalesce(first_used_at, $3),
             expires_at = CASE WHEN first_used_at IS NULL THEN $5 ELSE expires_at END
       WHERE application_id = $1 AND token_hash = $2
         AND expires_at > $3
         AND (claimed_at IS NULL OR claimed_at < $4)
      RETURNING id, content, conflict_record
      """;
  private static final String RELEASE =
      """
      UPDATE social_token
         SET claimed_at = NULL
       WHERE application_id = $1 AND id = $2 AND claimed_at = $3
      """;
  private static final String CONFLICT =
      """
      UPDATE social_token
         SET conflict_record = $4
       WHERE application_id = $1 AND id = $2 AND claimed_at = $3
      """;
  private static final String CONSUME =
      "DELETE FROM social_token WHERE application_id = $1 AND id = $2 AND claimed_at = $3";
  private static final String DELETE_EXPIRED =
      """
      DELETE FROM social_token
       WHERE id = ANY (ARRAY(
         SELECT id FROM social_token WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
      """;

  Uni<Void> insert(
      Tx tx, String applicationId, SocialTokenRow row, byte[] hash, Instant now, Instant end) {
    Tuple values =
        Tuple.of(applicationId, row.id(), Buffer.buffer(hash), row.sealedContent())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(end));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  /** Lets one caller use a token; empty for every other one until it is released. */
  Uni<Optional<SocialTokenRow>> claim(
      Tx tx, String applicationId, byte[] hash, Instant now, Instant leaseStart, Instant end) {
    Tuple values = Tuple.of(applicationId, Buffer.buffer(hash), at(now), at(leaseStart), at(end));
    return tx.connection()
        .preparedQuery(CLAIM)
        .execute(values)
        .map(rows -> Rows.first(rows).map(SocialTokenRow::from));
  }

  Uni<Void> release(Tx tx, String applicationId, UUID id, Instant claimedAt) {
    return tx.connection()
        .preparedQuery(RELEASE)
        .execute(Tuple.of(applicationId, id, at(claimedAt)))
        .replaceWithVoid();
  }

  /** Remembers whose address was in the way of a claimed token. */
  Uni<Void> noteConflict(Tx tx, String applicationId, UUID id, Instant claimedAt, UUID record) {
    return tx.connection()
        .preparedQuery(CONFLICT)
        .execute(Tuple.of(applicationId, id, at(claimedAt), record))
        .replaceWithVoid();
  }

  /** Ends a claimed token; false when the claim is no longer the caller's. */
  Uni<Boolean> consume(Tx tx, String applicationId, UUID id, Instant claimedAt) {
    return tx.connection()
        .preparedQuery(CONSUME)
        .execute(Tuple.of(applicationId, id, at(claimedAt)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Removes a batch of tokens of all applications; how many they were. */
  Uni<Integer> deleteExpired(Tx tx, Instant before, int batch) {
    return tx.connection()
        .preparedQuery(DELETE_EXPIRED)
        .execute(Tuple.of(at(before), batch))
        .map(RowSet::rowCount);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
