package org.vestibule.auth.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** SQL of mails on their way. */
@ApplicationScoped
class MailRepository {
  private static final String INSERT =
      """
      INSERT INTO outgoing_mail
             (id, application_id, template, content, created_at, next_attempt_at, expires_at,
              customer_id)
      VALUES ($2, $1, $3, $4, $5, $5, $6, $7)
      """;
  // Several replicas claim at once; what one claims is its own until the lease ends.
  private static final String CLAIM =
      """
      UPDATE outgoing_mail
         SET attempts = attempts + 1, next_attempt_at = $2
       WHERE id = ANY (ARRAY(
         SELECT id
           FROM outgoing_mail
          WHERE next_attempt_at <= $1
          ORDER BY next_attempt_at
          LIMIT $3
            FOR UPDATE SKIP LOCKED))
      RETURNING id, application_id, customer_id, template, content, attempts, expires_at
      """;
  private static final String DELETE =
      "DELETE FROM outgoing_mail WHERE application_id = $1 AND id = $2";
  private static final String POSTPONE =
      "UPDATE outgoing_mail SET next_attempt_at = $3 WHERE application_id = $1 AND id = $2";

  Uni<Void> insert(Tx tx, String applicationId, MailRow mail, Instant now) {
    Tuple values =
        Tuple.of(applicationId, mail.id(), mail.template(), mail.sealedContent())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(mail.expiresAt()))
            .addUUID(mail.customerId());
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  /** Mails whose time has come; nobody else gets them before the lease ends. */
  Uni<List<MailRow>> claim(Tx tx, Instant now, Instant leaseEnd, int limit) {
    return tx.connection()
        .preparedQuery(CLAIM)
        .execute(Tuple.of(at(now), at(leaseEnd), limit))
        .map(rows -> Rows.list(rows, MailRow::from));
  }

  Uni<Void> delete(Tx tx, MailRow mail) {
    return tx.connection()
        .preparedQuery(DELETE)
        .execute(Tuple.of(mail.applicationId(), mail.id()))
        .replaceWithVoid();
  }

  Uni<Void> postpone(Tx tx, MailRow mail, Instant next) {
    return tx.connection()
        .preparedQuery(POSTPONE)
        .execute(Tuple.of(mail.applicationId(), mail.id(), at(next)))
        .replaceWithVoid();
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
