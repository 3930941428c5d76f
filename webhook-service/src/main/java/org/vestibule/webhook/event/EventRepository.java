package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Columns;
import org.vestibule.platform.sql.Tx;

/** Rows of stored events. */
@Singleton
class EventRepository {

  private static final String INSERT =
      """
      INSERT INTO event (customer_id, stored_at, id, application_id, type, record_uuid,
                         occurred_at, data)
      SELECT customer_id, stored_at, id, application_id, type, record_uuid, occurred_at, data::jsonb
        FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::uuid[],
                    $7::timestamptz[], $8::text[])
             AS e (customer_id, stored_at, id, application_id, type, record_uuid, occurred_at, data)
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

  Uni<Void> insert(Tx tx, List<StoredEvent> events) {
    Tuple values =
        Tuple.tuple()
            .addValue(Columns.of(events, it -> it.event().customerId(), UUID[]::new))
            .addValue(Columns.of(events, it -> utc(it.storedAt()), OffsetDateTime[]::new))
            .addValue(Columns.of(events, it -> it.event().id(), UUID[]::new))
            .addValue(Columns.of(events, it -> it.event().applicationId(), String[]::new))
            .addValue(Columns.of(events, it -> it.event().type(), String[]::new))
            .addValue(Columns.of(events, it -> it.event().recordUuid(), UUID[]::new))
            .addValue(Columns.of(events, it -> utc(it.event().occurredAt()), OffsetDateTime[]::new))
            .addValue(Columns.of(events, it -> Json.write(it.event().data()), String[]::new));
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
