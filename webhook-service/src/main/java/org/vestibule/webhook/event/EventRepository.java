package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** Rows of stored events. */
@ApplicationScoped
class EventRepository {

  private static final String INSERT =
      """
      INSERT INTO event (customer_id, stored_at, id, application_id, type, record_uuid,
                         occurred_at, data)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)
      """;

  /** Across customers on purpose: retention is the same for all of them. */
  private static final String DELETE_BATCH =
      """
      DELETE FROM event
       WHERE (customer_id, stored_at, id) IN (
         SELECT customer_id, stored_at, id
           FROM event
          WHERE stored_at < $1
          ORDER BY stored_at
          LIMIT $2
            FOR UPDATE SKIP LOCKED)
      """;

  Uni<Void> insert(Tx tx, RecordEvent event, Instant storedAt) {
    Tuple values =
        Tuple.tuple()
            .addUUID(event.customerId())
            .addOffsetDateTime(utc(storedAt))
            .addUUID(event.id())
            .addString(event.applicationId())
            .addString(event.type())
            .addUUID(event.recordUuid())
            .addOffsetDateTime(utc(event.occurredAt()))
            .addString(Json.write(event.data()));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  Uni<Integer> deleteStoredBefore(Tx tx, Instant limit, int batch) {
    return tx.connection()
        .preparedQuery(DELETE_BATCH)
        .execute(Tuple.of(utc(limit), batch))
        .map(rows -> rows.rowCount());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
