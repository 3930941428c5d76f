package org.vestibule.auth.outgoing;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A row of a table of outgoing messages. */
record OutgoingRow(
    UUID id,
    String applicationId,
    UUID customerId,
    String template,
    String sealedContent,
    int attempts,
    Instant expiresAt) {

  SentMessage sent() {
    return new SentMessage(id, customerId, applicationId, template);
  }

  static OutgoingRow from(Row row) {
    return new OutgoingRow(
        row.getUUID("id"),
        row.getString("application_id"),
        row.getUUID("customer_id"),
        row.getString("template"),
        row.getString("content"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
