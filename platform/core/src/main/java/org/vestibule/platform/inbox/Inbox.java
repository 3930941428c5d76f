package org.vestibule.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** Remembers which events had their effect, so that a repeated delivery has none. */
@Singleton
public class Inbox {
  private static final String INSERT_BY_SESSION =
      "INSERT INTO inbox (consumer, event_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
  private static final String INSERT_ALL =
      """
      INSERT INTO inbox (consumer, event_id)
      SELECT $1, unnest($2::uuid[])
      ON CONFLICT DO NOTHING
      RETURNING event_id
      """;
  private static final String DELETE_OLD =
      """
      DELETE FROM inbox
       WHERE (consumer, event_id) IN (
         SELECT consumer, event_id FROM inbox
          WHERE received_at < now() - interval '8 days'
          LIMIT 1000)
      """;
  private final Pool pool;

  /** Takes the pool for the clean-up. */
  public Inbox(Pool pool) {
    this.pool = pool;
  }

  /**
   * Those of many events that this consumer sees for the first time; call it in the transaction of
   * their effects. The set may be changed.
   */
  public Uni<Set<UUID>> firstTimes(Tx tx, List<UUID> eventIds, String consumer) {
    return tx.isSession()
        ? bySession(tx, eventIds, consumer)
        : tx.connection()
            .preparedQuery(INSERT_ALL)
            .execute(Tuple.of(consumer, eventIds.toArray(UUID[]::new)))
            .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getUUID(0))));
  }

  private static Uni<Set<UUID>> bySession(Tx tx, List<UUID> eventIds, String consumer) {
    Set<UUID> fresh = new HashSet<>();
    return InTurn.each(
            eventIds, id -> isFirst(tx, id, consumer).invoke(isFirst -> addIf(isFirst, id, fresh)))
        .replaceWith(fresh);
  }

  private static Uni<Boolean> isFirst(Tx tx, UUID eventId, String consumer) {
    return tx.session()
        .createNativeQuery(INSERT_BY_SESSION)
        .setParameter(1, consumer)
        .setParameter(2, eventId)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private static void addIf(boolean isFirst, UUID id, Set<UUID> fresh) {
    if (isFirst) {
      fresh.add(id);
    }
  }

  /** Removes up to 1,000 rows older than the topics' retention; true when there may be more. */
  public Uni<Boolean> removeOld() {
    return pool.query(DELETE_OLD).execute().map(rows -> rows.rowCount() == 1000);
  }
}
