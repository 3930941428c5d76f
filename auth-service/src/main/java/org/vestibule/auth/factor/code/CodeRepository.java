package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of one-time codes. */
@Singleton
class CodeRepository {
  /** Wrong codes after which a new one is needed. */
  static final int TRIES = 5;

  // A challenge belongs to one record for ever, and one that was met takes no further code.
  private static final String PUT =
      """
      INSERT INTO factor_code AS known
             (application_id, id, entity_type, record_uuid, channel, code_hash, sent_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (id) DO UPDATE
         SET channel = excluded.channel, code_hash = excluded.code_hash, tries = 0,
             sent_at = excluded.sent_at, expires_at = excluded.expires_at
       WHERE known.application_id = excluded.application_id
         AND known.entity_type = excluded.entity_type
         AND known.record_uuid = excluded.record_uuid
         AND known.used_at IS NULL
      RETURNING id
      """;
  // Counts the try and accepts the code at once: of any number of callers one sees it accepted.
  private static final String TRY =
      """
      UPDATE factor_code
         SET tries = tries + 1,
             used_at = CASE WHEN code_hash = ANY ($6::text[]) THEN $5::timestamptz END
       WHERE application_id = $1 AND id = $2 AND entity_type = $3 AND record_uuid = $4
         AND used_at IS NULL AND expires_at > $5 AND tries < %d
      RETURNING channel, tries, used_at IS NOT NULL AS accepted
      """
          .formatted(TRIES);
  private static final String END =
      """
      DELETE FROM factor_code
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3 AND sent_at <= $4
      """;
  private static final String FORGET =
      """
      DELETE FROM factor_code
       WHERE id = ANY (ARRAY(
         SELECT id FROM factor_code WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
      """;

  /** Stores a code in the place of an earlier one; false when the challenge takes none. */
  Uni<Boolean> put(Tx tx, String applicationId, CodeRow code) {
    Tuple values =
        Tuple.of(applicationId, code.challenge(), code.entityType(), code.recordUuid())
            .addString(code.channel().wireName())
            .addString(code.hash())
            .addOffsetDateTime(at(code.sentAt()))
            .addOffsetDateTime(at(code.expiresAt()));
    return tx.connection().preparedQuery(PUT).execute(values).map(rows -> rows.size() == 1);
  }

  /** Tries a code by all hashes that it may be stored under; empty when there is none to try. */
  Uni<Optional<Tried>> attempt(
      Tx tx, String applicationId, Claim claim, List<String> hashes, Instant now) {
    Tuple values =
        Tuple.of(applicationId, claim.challenge(), claim.entityType(), claim.recordUuid())
            .addOffsetDateTime(at(now))
            .addArrayOfString(hashes.toArray(String[]::new));
    return tx.connection()
        .preparedQuery(TRY)
        .execute(values)
        .map(rows -> Rows.first(rows).map(Tried::from));
  }

  Uni<Integer> end(Tx tx, EndedProof ended) {
    return tx.connection()
        .preparedQuery(END)
        .execute(
            Tuple.of(
                ended.applicationId(), ended.entityType(), ended.recordUuid(), at(ended.until())))
        .map(RowSet::rowCount);
  }

  Uni<Integer> forget(Tx tx, Instant before, int batch) {
    return tx.connection()
        .preparedQuery(FORGET)
        .execute(Tuple.of(at(before), batch))
        .map(RowSet::rowCount);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** Whose challenge somebody claims to meet. */
  record Claim(UUID challenge, String entityType, UUID recordUuid) {}

  /** What became of a try. */
  record Tried(Channel channel, int tries, boolean accepted) {
    static Tried from(Row row) {
      return new Tried(
          Channel.of(row.getString("channel")).orElseThrow(),
          row.getInteger("tries"),
          row.getBoolean("accepted"));
    }

    int left() {
      return TRIES - tries;
    }
  }
}
