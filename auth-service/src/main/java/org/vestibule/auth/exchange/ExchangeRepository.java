package org.vestibule.auth.exchange;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of exchanges: the old proof is used up and the new tokens are stored in one statement. */
@Singleton
class ExchangeRepository {
  private static final String HAND_OUT =
      """
      kept AS (
        UPDATE access_grant AS granted
           SET forget_at = greatest(granted.forget_at, $9)
          FROM used
         WHERE granted.id = used.grant_id),
      token AS (
        INSERT INTO access_token
               (application_id, token_hash, grant_id, issued_at, expires_at, forget_at)
        SELECT $1, $5::bytea, grant_id, $4, $6::timestamptz, $7::timestamptz FROM used),
      refresh AS (
        INSERT INTO refresh_token
               (application_id, token_hash, grant_id, issued_at, expires_at, forget_at)
        SELECT $1, $8::bytea, grant_id, $4, $10::timestamptz, $9 FROM used)
      """;
  private static final String EXCHANGE_CODE =
      """
      WITH used AS (
        UPDATE authorization_code AS code
           SET used_at = $4::timestamptz
          FROM access_grant AS granted
         WHERE code.application_id = $1 AND code.code_hash = $2::bytea AND code.client_id = $3
           AND code.redirect_uri = $11::text
           AND code.used_at IS NULL AND code.expires_at > $4::timestamptz
           AND granted.id = code.grant_id AND granted.revoked_at IS NULL
        RETURNING code.grant_id, code.transaction_state, granted.entity_type, granted.record_uuid),
      %s
      SELECT transaction_state, entity_type, record_uuid FROM used
      """
          .formatted(HAND_OUT);
  private static final String ROTATE =
      """
      WITH used AS (
        UPDATE refresh_token AS old
           SET used_at = $4::timestamptz
          FROM access_grant AS granted
         WHERE old.application_id = $1 AND old.token_hash = $2::bytea
           AND granted.client_id = $3
           AND old.used_at IS NULL AND old.expires_at > $4::timestamptz
           AND granted.id = old.grant_id AND granted.revoked_at IS NULL
        RETURNING old.grant_id, granted.entity_type, granted.record_uuid),
      %s
      SELECT NULL::text AS transaction_state, entity_type, record_uuid FROM used
      """
          .formatted(HAND_OUT);
  private static final String FIND_CODE =
      """
      SELECT code.redirect_uri, code.used_at, code.expires_at, granted.revoked_at
        FROM authorization_code AS code
        JOIN access_grant AS granted ON granted.id = code.grant_id
       WHERE code.application_id = $1 AND code.code_hash = $2 AND code.client_id = $3
      """;
  private static final String COUNT_MISMATCH =
      """
      UPDATE authorization_code
         SET mismatches = mismatches + 1,
             used_at = CASE WHEN mismatches + 1 >= $3 THEN $4::timestamptz END
       WHERE application_id = $1 AND code_hash = $2 AND used_at IS NULL
      """;
  private static final String FIND_REUSED =
      """
      SELECT old.grant_id, granted.entity_type, granted.record_uuid
        FROM refresh_token AS old
        JOIN access_grant AS granted ON granted.id = old.grant_id
       WHERE old.application_id = $1 AND old.token_hash = $2 AND granted.client_id = $3
         AND old.used_at < $4 AND granted.revoked_at IS NULL
      """;

  /** Uses a code up; empty for every caller but one, and when anything about it does not fit. */
  Uni<Optional<Handed>> exchangeCode(Tx tx, Proof proof, Fresh fresh, Duration remember) {
    List<Object> values = values(proof, fresh, remember);
    values.add(proof.redirectUri());
    return handed(tx, EXCHANGE_CODE, values);
  }

  /** Uses a refresh token up; empty for every caller but one. */
  Uni<Optional<Handed>> rotate(Tx tx, Proof proof, Fresh fresh, Duration remember) {
    return handed(tx, ROTATE, values(proof, fresh, remember));
  }

  private static Uni<Optional<Handed>> handed(Tx tx, String statement, List<Object> values) {
    return tx.connection()
        .preparedQuery(statement)
        .execute(Tuple.from(values))
        .map(rows -> Rows.first(rows).map(Handed::from));
  }

  /** A code of this client, whatever its state. */
  Uni<Optional<KnownCode>> findCode(Tx tx, Proof proof) {
    return tx.connection()
        .preparedQuery(FIND_CODE)
        .execute(Tuple.of(proof.applicationId(), Buffer.buffer(proof.hash()), proof.clientId()))
        .map(rows -> Rows.first(rows).map(KnownCode::from));
  }

  /** Counts an exchange with another address; at the limit the code is used up. */
  Uni<Void> countMismatch(Tx tx, Proof proof, int limit, Instant now) {
    return tx.connection()
        .preparedQuery(COUNT_MISMATCH)
        .execute(Tuple.of(proof.applicationId(), Buffer.buffer(proof.hash()), limit, at(now)))
        .replaceWithVoid();
  }

  /** A live grant whose refresh token was used before an instant and is shown again. */
  Uni<Optional<Reused>> findReused(Tx tx, Proof proof, Instant usedBefore) {
    return tx.connection()
        .preparedQuery(FIND_REUSED)
        .execute(
            Tuple.of(
                proof.applicationId(),
                Buffer.buffer(proof.hash()),
                proof.clientId(),
                at(usedBefore)))
        .map(rows -> Rows.first(rows).map(Reused::from));
  }

  private static List<Object> values(Proof proof, Fresh fresh, Duration remember) {
    return new ArrayList<>(
        List.of(
            proof.applicationId(),
            Buffer.buffer(proof.hash()),
            proof.clientId(),
            at(fresh.now()),
            Buffer.buffer(fresh.accessHash()),
            at(fresh.accessEnd()),
            at(fresh.accessEnd().plus(remember)),
            Buffer.buffer(fresh.refreshHash()),
            at(fresh.refreshEnd().plus(remember)),
            at(fresh.refreshEnd())));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** The tokens are stored; the state came with the code. */
  record Handed(String transactionState, String entityType, UUID record) {
    static Handed from(Row row) {
      return new Handed(
          row.getString("transaction_state"),
          row.getString("entity_type"),
          row.getUUID("record_uuid"));
    }
  }

  /** Why a code may not be exchanged. */
  record KnownCode(String redirectUri, boolean isUsed, Instant expiresAt, boolean isRevoked) {
    static KnownCode from(Row row) {
      return new KnownCode(
          row.getString("redirect_uri"),
          row.getOffsetDateTime("used_at") != null,
          row.getOffsetDateTime("expires_at").toInstant(),
          row.getOffsetDateTime("revoked_at") != null);
    }
  }

  /** A refresh token that somebody else may have. */
  record Reused(UUID grant, String entityType, UUID record) {
    static Reused from(Row row) {
      return new Reused(
          row.getUUID("grant_id"), row.getString("entity_type"), row.getUUID("record_uuid"));
    }
  }
}
