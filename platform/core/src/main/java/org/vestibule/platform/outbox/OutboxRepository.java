package org.vestibule.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.sql.Rows;

/** SQL of the relay, whose statements run on the connection that holds the relay's lock. */
final class OutboxRepository {
  private static final String LOCK =
      "SELECT pg_try_advisory_lock(hashtext('vestibule-outbox'), hashtext(current_schema()))";
  private static final String UNPUBLISHED =
      """
      SELECT seq, id, topic, key, type, subject, payload, occurred_at
        FROM outbox
       ORDER BY seq
       LIMIT $1
      """;
  private static final String DELETE = "DELETE FROM outbox WHERE seq = ANY ($1)";

  Uni<Boolean> tryLock(SqlConnection connection) {
    return connection.query(LOCK).execute().map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<List<Unpublished>> unpublished(SqlConnection connection, int limit) {
    return connection
        .preparedQuery(UNPUBLISHED)
        .execute(Tuple.of(limit))
        .map(OutboxRepository::events);
  }

  Uni<Void> delete(SqlConnection connection, List<Unpublished> events) {
    Long[] numbers = events.stream().map(Unpublished::seq).toArray(Long[]::new);
    return connection.preparedQuery(DELETE).execute(Tuple.of(numbers)).replaceWithVoid();
  }

  private static List<Unpublished> events(RowSet<Row> rows) {
    return Rows.list(rows, OutboxRepository::event);
  }

  private static Unpublished event(Row row) {
    Event event =
        new Event(
            row.getUUID("id"),
            row.getString("topic"),
            row.getString("key"),
            row.getString("type"),
            row.getString("subject"),
            row.getOffsetDateTime("occurred_at").toInstant(),
            row.getString("payload"));
    return new Unpublished(row.getLong("seq"), event);
  }

  record Unpublished(long seq, Event event) {}
}
