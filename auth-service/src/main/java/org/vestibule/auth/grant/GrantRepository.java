package org.vestibule.auth.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.sql.Tx;

/** SQL of access grants; what is revoked or removed here takes its tokens and codes along. */
@Singleton
class GrantRepository {
  private static final String REVOKE =
      """
      UPDATE access_grant
         SET revoked_at = $4
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3
         AND revoked_at IS NULL AND created_at <= $5
         AND ($6::uuid IS NULL OR id <> $6)
      """;
  private static final String REVOKE_OF_CLIENT =
      """
      UPDATE access_grant AS mine
         SET revoked_at = $3
        FROM access_grant AS named
       WHERE named.id = $2 AND named.application_id = $1
         AND mine.application_id = $1 AND mine.entity_type = named.entity_type
         AND mine.record_uuid = named.record_uuid AND mine.client_id = named.client_id
         AND mine.revoked_at IS NULL
      """;
  private static final String DELETE =
      """
      DELETE FROM access_grant
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3
      """;

  /** Grants come last: removing one removes what still hangs on it. */
  private static final List<String> FORGET =
      List.of(
          forget("access_token", "token_hash"),
          forget("authorization_code", "code_hash"),
          forget("refresh_token", "token_hash"),
          forget("verification_code", "code_hash"),
          forget("creation_token", "token_hash"),
          forget("kept_token", "correlation_id"),
          forget("access_grant", "id"));

  /** Ends the grants of a record that were made until an instant, but one. */
  Uni<Integer> revoke(Tx tx, Revocation what, UUID kept, Instant now) {
    RecordRef record = what.record();
    Tuple values =
        Tuple.of(record.applicationId(), record.entityType(), record.uuid(), at(now))
            .addOffsetDateTime(at(what.until()))
            .addUUID(kept);
    return tx.connection().preparedQuery(REVOKE).execute(values).map(RowSet::rowCount);
  }

  /** Ends what the client of a grant was ever granted for the record of it. */
  Uni<Integer> revokeOfClient(Tx tx, String applicationId, UUID grant, Instant now) {
    return tx.connection()
        .preparedQuery(REVOKE_OF_CLIENT)
        .execute(Tuple.of(applicationId, grant, at(now)))
        .map(RowSet::rowCount);
  }

  Uni<Integer> delete(Tx tx, String applicationId, String entityType, UUID recordUuid) {
    return tx.connection()
        .preparedQuery(DELETE)
        .execute(Tuple.of(applicationId, entityType, recordUuid))
        .map(RowSet::rowCount);
  }

  /**
   * Removes at most a batch of each table that nobody needs to know any more; the largest count.
   */
  Uni<Integer> forget(Tx tx, Instant now, int batch) {
    Uni<Integer> largest = Uni.createFrom().item(0);
    for (String statement : FORGET) {
      largest = largest.chain(most -> forget(tx, statement, now, batch, most));
    }
    return largest;
  }

  private static Uni<Integer> forget(Tx tx, String statement, Instant now, int batch, int most) {
    return tx.connection()
        .preparedQuery(statement)
        .execute(Tuple.of(at(now), batch))
        .map(rows -> Math.max(most, rows.rowCount()));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static String forget(String table, String key) {
    return """
    DELETE FROM %1$s
     WHERE %2$s = ANY (ARRAY(
       SELECT %2$s FROM %1$s WHERE forget_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
    """
        .formatted(table, key);
  }
}
