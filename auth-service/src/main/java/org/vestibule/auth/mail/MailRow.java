package org.vestibule.auth.mail;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code outgoing_mail}. */
record MailRow(
    UUID id,
    String applicationId,
    UUID customerId,
    String template,
    String sealedContent,
    int attempts,
    Instant expiresAt) {

  static MailRow from(Row row) {
    return new MailRow(
        row.getUUID("id"),
        row.getString("application_id"),
        row.getUUID("customer_id"),
        row.getString("template"),
        row.getString("content"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
