package org.vestibule.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.sql.Columns;
import org.vestibule.platform.sql.Tx;
import org.vestibule.platform.sql.Write;

/**
 * The only way to publish an event: a row in the caller's transaction, written after the row of its
 * cause.
 */
@Singleton
public class Outbox {
  private static final String TELL =
      """
      told AS (
        INSERT INTO outbox (id, topic, key, type, subject, payload, occurred_at)
        SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::timestamptz
         WHERE true
        RETURNING 1)""";
  private static final String INSERT_BY_SESSION =
      """
      INSERT INTO outbox (id, topic, key, type, subject, payload, occurred_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """;
  private static final String INSERT_ALL =
      """
      INSERT INTO outbox (id, topic, key, type, subject, payload, occurred_at)
      SELECT e.id, e.topic, e.key, e.type, e.subject, e.payload, e.occurred_at
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::timestamptz[])
             WITH ORDINALITY AS e (id, topic, key, type, subject, payload, occurred_at, position)
       ORDER BY e.position
      """;
  private static final String INSERT_BY_JDBC =
      """
      INSERT INTO outbox (id, topic, key, type, subject, payload, occurred_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private final OutboxRelay relay;

  /** Takes the relay that is woken after the commit. */
  public Outbox(OutboxRelay relay) {
    this.relay = relay;
  }

  /** Appends an event to the caller's unit of work. */
  public Uni<Void> append(Tx tx, Event event) {
    return tx.isSession() ? bySession(tx, event) : telling(event).in(tx).replaceWithVoid();
  }

  /** An event as part of the statement that writes its cause. */
  public Write telling(Event event) {
    return Write.of(
            "told",
            TELL,
            event.id(),
            event.topic(),
            event.key(),
            event.type(),
            event.subject(),
            event.data(),
            event.time().atOffset(ZoneOffset.UTC))
        .afterCommit(relay::wake);
  }

  /** Appends many events by one statement to a unit of work on a SQL connection, in their order. */
  public Uni<Void> append(Tx tx, List<Event> events) {
    tx.afterCommit(relay::wake);
    Tuple values =
        Tuple.of(Columns.of(events, Event::id, UUID[]::new))
            .addValue(Columns.of(events, Event::topic, String[]::new))
            .addValue(Columns.of(events, Event::key, String[]::new))
            .addValue(Columns.of(events, Event::type, String[]::new))
            .addValue(Columns.of(events, Event::subject, String[]::new))
            .addValue(Columns.of(events, Event::data, String[]::new))
            .addValue(
                Columns.of(
                    events, it -> it.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    return tx.connection().preparedQuery(INSERT_ALL).execute(values).replaceWithVoid();
  }

  /**
   * Appends events to the caller's transaction on a JDBC connection, in their order; blocks. The
   * relay finds them by itself after the commit.
   */
  public void append(Connection connection, List<Event> events) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_BY_JDBC)) {
      for (Event event : events) {
        statement.setObject(1, event.id());
        statement.setString(2, event.topic());
        statement.setString(3, event.key());
        statement.setString(4, event.type());
        statement.setString(5, event.subject());
        statement.setString(6, event.data());
        statement.setObject(7, event.time().atOffset(ZoneOffset.UTC));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private Uni<Void> bySession(Tx tx, Event event) {
    tx.afterCommit(relay::wake);
    // The row of the cause must be written first: its lock makes seq equal commit order per key.
    return tx.session()
        .flush()
        .chain(
            () ->
                tx.session()
                    .createNativeQuery(INSERT_BY_SESSION)
                    .setParameter(1, event.id())
                    .setParameter(2, event.topic())
                    .setParameter(3, event.key())
                    .setParameter(4, event.type())
                    .setParameter(5, event.subject())
                    .setParameter(6, event.data())
                    .setParameter(7, event.time().atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
