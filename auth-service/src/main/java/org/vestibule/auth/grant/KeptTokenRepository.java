package org.vestibule.auth.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of the tokens that outlive the change of a password which they made. */
@Singleton
class KeptTokenRepository {
  private static final String KEEP =
      """
      WITH kept AS (
        INSERT INTO kept_token (application_id, correlation_id, token_hash, forget_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)
      SELECT granted.proven_address
        FROM access_token AS token
        JOIN access_grant AS granted ON granted.id = token.grant_id
       WHERE token.application_id = $1 AND token.token_hash = $3
      """;
  private static final String LOCK =
      """
      SELECT token_hash, grant_id
        FROM kept_token
       WHERE application_id = $1 AND correlation_id = $2
         FOR UPDATE
      """;
  // A grant of its own: what hangs on the old one, refresh tokens above all, must end. The change
  // has used what a mail may have proved, so the address does not come along.
  private static final String MOVE =
      """
      WITH fresh AS (
        INSERT INTO access_grant
               (id, application_id, customer_id, client_id, entity_type, record_uuid, recovered,
                created_at, forget_at)
        SELECT $3, old.application_id, old.customer_id, old.client_id, old.entity_type,
               old.record_uuid, old.recovered, $4, token.forget_at
          FROM access_token AS token
          JOIN access_grant AS old ON old.id = token.grant_id
         WHERE token.application_id = $1 AND token.token_hash = $2 AND old.revoked_at IS NULL
        RETURNING id)
      UPDATE access_token AS token
         SET grant_id = fresh.id
        FROM fresh
       WHERE token.application_id = $1 AND token.token_hash = $2
      """;
  private static final String REMEMBER =
      "UPDATE kept_token SET grant_id = $3 WHERE application_id = $1 AND correlation_id = $2";

  /** Marks a token; the SHA-256 of the address that a mail has proved to its grant, if any. */
  Uni<Optional<String>> keep(
      Tx tx, String applicationId, String correlationId, byte[] tokenHash, Instant forgetAt) {
    return tx.connection()
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(
                applicationId,
                correlationId,
                Buffer.buffer(tokenHash),
                forgetAt.atOffset(ZoneOffset.UTC)))
        .map(rows -> Rows.first(rows).map(row -> row.getString(0)));
  }

  Uni<Optional<KeptToken>> lock(Tx tx, String applicationId, String correlationId) {
    return tx.connection()
        .preparedQuery(LOCK)
        .execute(Tuple.of(applicationId, correlationId))
        .map(rows -> Rows.first(rows).map(KeptToken::of));
  }

  /** Gives the token a grant of its own; both change in one transaction. */
  Uni<Void> move(
      Tx tx,
      String applicationId,
      String correlationId,
      byte[] tokenHash,
      UUID grant,
      Instant now) {
    return tx.connection()
        .preparedQuery(MOVE)
        .execute(
            Tuple.of(applicationId, Buffer.buffer(tokenHash), grant, now.atOffset(ZoneOffset.UTC)))
        .chain(
            () ->
                tx.connection()
                    .preparedQuery(REMEMBER)
                    .execute(Tuple.of(applicationId, correlationId, grant)))
        .replaceWithVoid();
  }

  /** A token that is kept; its own grant is empty as long as nothing was revoked. */
  record KeptToken(byte[] tokenHash, Optional<UUID> grant) {
    static KeptToken of(Row row) {
      return new KeptToken(
          row.getBuffer("token_hash").getBytes(), Optional.ofNullable(row.getUUID("grant_id")));
    }
  }
}
