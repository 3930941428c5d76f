package org.vestibule.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.grant.GrantRow;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/** SQL of access tokens and authorization codes. */
@Singleton
class TokenRepository {
  private static final String ISSUE =
      """
      granted AS (
        INSERT INTO access_grant
               (id, application_id, customer_id, client_id, entity_type, record_uuid,
                refresh_secret, recovered, created_at, forget_at, proven_address)
        VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $22::text)
        RETURNING id),
      token AS (
        INSERT INTO access_token
               (application_id, grant_id, token_hash, issued_at, expires_at, forget_at)
        SELECT $1, id, $11, $12::timestamptz, $13::timestamptz, $14::timestamptz
          FROM granted
         WHERE $11::bytea IS NOT NULL),
      code AS (
        INSERT INTO authorization_code
               (application_id, grant_id, client_id, code_hash, redirect_uri, transaction_state,
                recovers, issued_at, expires_at, forget_at)
        SELECT $1, id, $4, $15, $16::text, $17::text, $18::boolean,
               $19::timestamptz, $20::timestamptz, $21::timestamptz
          FROM granted
         WHERE $15::bytea IS NOT NULL)""";
  private static final String RETIRE =
      """
      UPDATE authorization_code AS code
         SET used_at = $4
        FROM access_grant AS granted
       WHERE granted.application_id = $1 AND granted.entity_type = $2
         AND granted.record_uuid = $3 AND code.grant_id = granted.id
         AND code.recovers AND code.used_at IS NULL
      """;
  // The one statement without an application: who asks does not know yet whose token it is.
  private static final String FIND_TOKEN =
      """
      SELECT granted.application_id, granted.customer_id, granted.client_id,
             granted.entity_type, granted.record_uuid, granted.recovered,
             granted.proven_address, token.expires_at, granted.revoked_at IS NOT NULL AS revoked
        FROM access_token AS token
        JOIN access_grant AS granted ON granted.id = token.grant_id
       WHERE token.token_hash = $1
      """;

  /** Ends the codes that were mailed to somebody who forgot the password. */
  Uni<Void> retireRecoveryCodes(Tx tx, Grantee grantee, Instant now) {
    return tx.connection()
        .preparedQuery(RETIRE)
        .execute(
            Tuple.of(grantee.applicationId(), grantee.entityType(), grantee.recordUuid(), at(now)))
        .replaceWithVoid();
  }

  /** A grant with its token and code. */
  Write issuing(String applicationId, IssueRow row) {
    List<Object> values = new ArrayList<>(List.of(applicationId));
    addGrant(values, row.grant());
    addToken(values, row.token());
    addCode(values, row.code());
    values.add(row.grant().provenAddress());
    return Write.of("granted", ISSUE, values.toArray());
  }

  private static void addGrant(List<Object> values, GrantRow grant) {
    Grantee grantee = grant.grantee();
    values.addAll(
        List.of(
            grant.id(),
            grantee.customerId(),
            grantee.clientId(),
            grantee.entityType(),
            grantee.recordUuid()));
    values.add(grant.sealedRefreshSecret());
    values.add(grant.recovered());
    values.add(at(grant.createdAt()));
    values.add(at(grant.forgetAt()));
  }

  private static void addToken(List<Object> values, TokenRow token) {
    values.addAll(
        token == null
            ? Collections.nCopies(4, null)
            : List.of(
                Buffer.buffer(token.hash()),
                at(token.issuedAt()),
                at(token.expiresAt()),
                at(token.forgetAt())));
  }

  private static void addCode(List<Object> values, CodeRow code) {
    if (code == null) {
      values.addAll(Collections.nCopies(7, null));
      return;
    }
    values.add(Buffer.buffer(code.hash()));
    values.add(code.terms().redirectUri());
    values.add(code.terms().transactionState());
    values.add(code.terms().recovers());
    values.add(at(code.issuedAt()));
    values.add(at(code.expiresAt()));
    values.add(at(code.forgetAt()));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  Uni<Optional<ResolvedToken>> findToken(Tx tx, byte[] hash, Instant now) {
    return tx.connection()
        .preparedQuery(FIND_TOKEN)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(rows -> Rows.first(rows).map(row -> resolved(row, now)));
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
    ResolvedToken.State state = ResolvedToken.State.of(row.getBoolean("revoked"), expiresAt, now);
    return new ResolvedToken(
        state,
        grantee,
        expiresAt,
        row.getBoolean("recovered"),
        Optional.ofNullable(row.getString("proven_address")));
  }
}
