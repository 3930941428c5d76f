package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.scope.AdminGrant;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of access tokens. */
@Singleton
class TokenRepository {
  private static final String INSERT =
      """
      INSERT INTO access_token
             (customer_id, token_hash, client_id, kind, scopes, resources, issued_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;
  // The one statement without a customer: who asks does not know yet whose token it is.
  private static final String FIND =
      """
      SELECT token.customer_id, token.client_id, token.kind, token.scopes, token.expires_at
        FROM access_token AS token
        JOIN oidc_client AS client
          ON client.customer_id = token.customer_id AND client.id = token.client_id
       WHERE token.token_hash = $1
      """;
  private static final String FORGET =
      """
      DELETE FROM access_token
       WHERE token_hash = ANY (ARRAY(
         SELECT token_hash FROM access_token
          WHERE expires_at < $1
          LIMIT $2
            FOR UPDATE SKIP LOCKED))
      """;

  Uni<Void> insert(Tx tx, UUID customerId, TokenRow token) {
    return tx.connection()
        .preparedQuery(INSERT)
        .execute(token.values(customerId))
        .replaceWithVoid();
  }

  /** A token of a client that still exists. */
  Uni<Optional<AdminGrant>> find(Tx tx, byte[] hash, Instant now) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows -> Rows.first(rows).map(row -> grant(row, now)));
  }

  /** Removes at most a batch of tokens that ended before; how many there were. */
  Uni<Integer> forget(Tx tx, Instant endedBefore, int batch) {
    return tx.connection()
        .preparedQuery(FORGET)
        .execute(Tuple.of(endedBefore.atOffset(ZoneOffset.UTC), batch))
        .map(RowSet::rowCount);
  }

  private static AdminGrant grant(Row row, Instant now) {
    Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
    return new AdminGrant(
        now.isBefore(expiresAt) ? AdminGrant.State.active : AdminGrant.State.expired,
        row.getString("kind"),
        row.getUUID("customer_id"),
        row.getUUID("client_id").toString(),
        List.of(row.getArrayOfStrings("scopes")),
        expiresAt);
  }
}
