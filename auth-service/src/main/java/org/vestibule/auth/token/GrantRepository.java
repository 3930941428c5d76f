package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

/** SQL of access grants; what is revoked or removed here takes its tokens and codes along. */
@ApplicationScoped
class GrantRepository {
  private static final String INSERT =
      """
      INSERT INTO access_grant
             (id, application_id, customer_id, client_id, entity_type, record_uuid,
              refresh_secret, created_at, forget_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;
  private static final String REVOKE =
      """
      UPDATE access_grant
         SET revoked_at = $4
       WHERE application_id = $1 AND entity_type = $2 AND record_uuid = $3
         AND revoked_at IS NULL
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
          forget("access_grant", "id"));

  Uni<Void> insert(Tx tx, GrantRow grant) {
    return tx.connection().preparedQuery(INSERT).execute(grant.values()).replaceWithVoid();
  }

  Uni<Integer> revoke(
      Tx tx, String applicationId, String entityType, UUID recordUuid, Instant now) {
    Tuple values = Tuple.of(applicationId, entityType, recordUuid, now.atOffset(ZoneOffset.UTC));
    return tx.connection().preparedQuery(REVOKE).execute(values).map(RowSet::rowCount);
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
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), batch))
        .map(rows -> Math.max(most, rows.rowCount()));
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
