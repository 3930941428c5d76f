package org.vestibule.auth.mail;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code outgoing_mail}. */
record OutgoingMail(
    UUID id,
    String applicationId,
    String template,
    String sealedContent,
    int attempts,
    Instant expiresAt) {

  static OutgoingMail from(Row row) {
    return new OutgoingMail(
        row.getUUID("id"),
        row.getString("application_id"),
        row.getString("template"),
        row.getString("content"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
