package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL that tells the token endpoint in one statement all it must know of a client. */
@Singleton
class TokenClientRepository {
  private static final String FIND =
      """
      SELECT client.type = 'public' AS is_public,
             client.login_policy_id IS NULL AS is_configuration,
             ARRAY(
               SELECT secret.sha256 FROM oidc_client_secret AS secret
                WHERE secret.customer_id = client.customer_id AND secret.client_id = client.id
                  AND (secret.expires_at IS NULL OR secret.expires_at > $3)) AS secret_hashes,
             client.redirect_uris, policy.access_token_lifetime, policy.allowed_scopes,
             policy.allowed_grant_types, policy.allowed_resource_indicators
        FROM oidc_client AS client
        JOIN token_policy AS policy
          ON policy.customer_id = client.customer_id AND policy.id = client.token_policy_id
       WHERE client.customer_id = $1 AND client.id = $2
      """;
  private static final String REDIRECT_URIS =
      """
      SELECT DISTINCT unnest(redirect_uris) AS redirect_uri
        FROM oidc_client
       WHERE customer_id = $1
      """;

  Uni<Optional<TokenClient>> find(Tx tx, UUID customerId, UUID clientId, Instant now) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(customerId, clientId, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> Rows.first(rows).map(row -> client(customerId, clientId, row)));
  }

  Uni<List<String>> redirectUris(Tx tx, UUID customerId) {
    return tx.connection()
        .preparedQuery(REDIRECT_URIS)
        .execute(Tuple.of(customerId))
        .map(rows -> Rows.list(rows, row -> row.getString("redirect_uri")));
  }

  private static TokenClient client(UUID customerId, UUID id, Row row) {
    return new TokenClient(
        customerId,
        id,
        row.getBoolean("is_public"),
        row.getBoolean("is_configuration"),
        texts(row, "secret_hashes"),
        texts(row, "redirect_uris"),
        new TokenClient.Policy(
            row.getInteger("access_token_lifetime"),
            texts(row, "allowed_scopes"),
            texts(row, "allowed_grant_types"),
            texts(row, "allowed_resource_indicators")));
  }

  private static List<String> texts(Row row, String column) {
    return List.of(row.getArrayOfStrings(column));
  }
}
