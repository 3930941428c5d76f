package org.vestibule.webhook.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** Rows of messages that are no events; they belong to no customer that we could know. */
@Singleton
class DeadEventRepository {

  private static final String INSERT =
      """
      INSERT INTO dead_event (topic, partition, kafka_offset, key, headers, value, reason, parked_at)
      VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8)
      ON CONFLICT DO NOTHING
      """;

  /** False when this message was parked before. */
  Uni<Boolean> insert(Tx tx, DeadEvent event, Instant parkedAt) {
    Tuple values =
        Tuple.tuple()
            .addString(event.topic())
            .addInteger(event.partition())
            .addLong(event.offset())
            .addString(event.key())
            .addString(Json.write(event.headers()))
            .addValue(event.value() == null ? null : Buffer.buffer(event.value()))
            .addString(event.reason())
            .addOffsetDateTime(parkedAt.atOffset(ZoneOffset.UTC));
    return tx.connection().preparedQuery(INSERT).execute(values).map(rows -> rows.rowCount() == 1);
  }
}
