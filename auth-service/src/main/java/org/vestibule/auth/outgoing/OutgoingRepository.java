package org.vestibule.auth.outgoing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of one table of messages on their way; tables of all kinds have the same columns. */
final class OutgoingRepository {
  private static final String INSERT =
      """
      INSERT INTO %s
             (id, application_id, template, content, created_at, next_attempt_at, expires_at,
              customer_id)
      VALUES ($2, $1, $3, $4, $5, $5, $6, $7)
      """;
  // Several replicas claim at once; what one claims is its own until the lease ends.
  private static final String CLAIM =
      """
      UPDATE %1$s
         SET attempts = attempts + 1, next_attempt_at = $2
       WHERE id = ANY (ARRAY(
         SELECT id
           FROM %1$s
          WHERE next_attempt_at <= $1
          ORDER BY next_attempt_at
          LIMIT $3
            FOR UPDATE SKIP LOCKED))
      RETURNING id, application_id, customer_id, template, content, attempts, expires_at
      """;
  private static final String DELETE = "DELETE FROM %s WHERE application_id = $1 AND id = $2";
  private static final String POSTPONE =
      "UPDATE %s SET next_attempt_at = $3 WHERE application_id = $1 AND id = $2";

  private final String insert;
  private final String claim;
  private final String delete;
  private final String postpone;

  OutgoingRepository(String table) {
    this.insert = INSERT.formatted(table);
    this.claim = CLAIM.formatted(table);
    this.delete = DELETE.formatted(table);
    this.postpone = POSTPONE.formatted(table);
  }

  Uni<Void> insert(Tx tx, String applicationId, OutgoingRow message, Instant now) {
    Tuple values =
        Tuple.of(applicationId, message.id(), message.template(), message.sealedContent())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(message.expiresAt()))
            .addUUID(message.customerId());
    return tx.connection().preparedQuery(insert).execute(values).replaceWithVoid();
  }

  /** Messages whose time has come; nobody else gets them before the lease ends. */
  Uni<List<OutgoingRow>> claim(Tx tx, Instant now, Instant leaseEnd, int limit) {
    return tx.connection()
        .preparedQuery(claim)
        .execute(Tuple.of(at(now), at(leaseEnd), limit))
        .map(rows -> Rows.list(rows, OutgoingRow::from));
  }

  Uni<Void> delete(Tx tx, OutgoingRow message) {
    return tx.connection()
        .preparedQuery(delete)
        .execute(Tuple.of(message.applicationId(), message.id()))
        .replaceWithVoid();
  }

  Uni<Void> postpone(Tx tx, OutgoingRow message, Instant next) {
    return tx.connection()
        .preparedQuery(postpone)
        .execute(Tuple.of(message.applicationId(), message.id(), at(next)))
        .replaceWithVoid();
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
