package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vestibule.platform.sql.Tx;

/** SQL of access tokens and authorization codes. */
@ApplicationScoped
class TokenRepository {
  private static final String INSERT_TOKEN =
      """
      INSERT INTO access_token
             (application_id, token_hash, grant_id, issued_at, expires_at, forget_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """;
  private static final String INSERT_CODE =
      """
      INSERT INTO authorization_code
             (application_id, code_hash, grant_id, client_id, redirect_uri,
              issued_at, expires_at, forget_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  // The one statement without an application: who asks does not know yet whose token it is.
  private static final String FIND_TOKEN =
      """
      SELECT granted.application_id, granted.customer_id, granted.client_id,
             granted.entity_type, granted.record_uuid, token.expires_at,
             granted.revoked_at IS NOT NULL AS revoked
        FROM access_token AS token
        JOIN access_grant AS granted ON granted.id = token.grant_id
       WHERE token.token_hash = $1
      """;
  private static final String CONSUME_CODE =
      """
      UPDATE authorization_code AS code
         SET used_at = $4
        FROM access_grant AS granted
       WHERE code.application_id = $1 AND code.code_hash = $2 AND code.client_id = $3
         AND code.used_at IS NULL AND code.expires_at > $4
         AND granted.id = code.grant_id AND granted.revoked_at IS NULL
      RETURNING code.grant_id, code.redirect_uri
      """;

  Uni<Void> insertToken(Tx tx, String applicationId, TokenRow token) {
    return tx.connection()
        .preparedQuery(INSERT_TOKEN)
        .execute(token.values(applicationId))
        .replaceWithVoid();
  }

  Uni<Void> insertCode(Tx tx, String applicationId, CodeRow code) {
    return tx.connection()
        .preparedQuery(INSERT_CODE)
        .execute(code.values(applicationId))
        .replaceWithVoid();
  }

  Uni<Optional<ResolvedToken>> findToken(Tx tx, byte[] hash, Instant now) {
    return tx.connection()
        .preparedQuery(FIND_TOKEN)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows -> first(rows).map(row -> resolved(row, now)));
  }

  /** Uses a code up; empty for every caller but one. */
  Uni<Optional<ConsumedCode>> consumeCode(
      Tx tx, String applicationId, byte[] hash, String clientId, Instant now) {
    return tx.connection()
        .preparedQuery(CONSUME_CODE)
        .execute(
            Tuple.of(applicationId, Buffer.buffer(hash), clientId, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> first(rows).map(TokenRepository::consumed));
  }

  private static ResolvedToken resolved(Row row, Instant now) {
    Grantee grantee =
        new Grantee(
            row.getString("application_id"),
            row.getUUID("customer_id"),
            row.getString("client_id"),
            row.getString("entity_type"),
            row.getUUID("record_uuid"));
    Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
    return ResolvedToken.of(grantee, expiresAt, row.getBoolean("revoked"), now);
  }

  private static ConsumedCode consumed(Row row) {
    return new ConsumedCode(row.getUUID("grant_id"), row.getString("redirect_uri"));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    var row = rows.iterator();
    return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
  }
}
