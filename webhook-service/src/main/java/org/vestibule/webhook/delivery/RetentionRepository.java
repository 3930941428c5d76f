package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.vestibule.platform.sql.Tx;

/** Removal in batches; across customers on purpose, because it is the same for all of them. */
@Singleton
class RetentionRepository {

  private static final String DELETE_OLD =
      """
      WITH gone AS (
        DELETE FROM delivery
         WHERE ctid = ANY (ARRAY(
                 SELECT ctid
                   FROM delivery
                  WHERE created_at < $1
                  ORDER BY created_at
                  LIMIT $2
                    FOR UPDATE SKIP LOCKED))
        RETURNING customer_id, subscription_id, event_id
      ), unsaid AS (
        DELETE FROM notification n
         USING gone
         WHERE n.customer_id = gone.customer_id
           AND n.subscription_id = gone.subscription_id
           AND n.event_id = gone.event_id)
      SELECT count(*)::int FROM gone
      """;

  private static final String DELETE_REMOVED =
      """
      WITH removed AS (
        SELECT r.customer_id, r.subscription_id
          FROM subscription_removal r
         WHERE EXISTS (SELECT FROM delivery d
                        WHERE d.customer_id = r.customer_id
                          AND d.subscription_id = r.subscription_id)
         ORDER BY r.removed_at
         LIMIT 1
      ), gone AS (
        DELETE FROM delivery d
         WHERE d.ctid = ANY (ARRAY(
                 SELECT own.ctid
                   FROM removed
                  CROSS JOIN LATERAL (
                    SELECT of_it.ctid
                      FROM delivery of_it
                     WHERE of_it.customer_id = removed.customer_id
                       AND of_it.subscription_id = removed.subscription_id
                     LIMIT $1) AS own))
        RETURNING d.customer_id, d.subscription_id, d.event_id
      ), unsaid AS (
        DELETE FROM notification n
         USING gone
         WHERE n.customer_id = gone.customer_id
           AND n.subscription_id = gone.subscription_id
           AND n.event_id = gone.event_id)
      SELECT count(*)::int FROM gone
      """;

  // Later than any transaction that still knew the subscription.
  private static final String FORGET =
      """
      WITH done AS (
        DELETE FROM subscription_removal r
         WHERE r.removed_at < now() - interval '5 minutes'
           AND NOT EXISTS (SELECT FROM delivery d
                            WHERE d.customer_id = r.customer_id
                              AND d.subscription_id = r.subscription_id)
        RETURNING r.customer_id, r.subscription_id)
      DELETE FROM notification n
       USING done
       WHERE n.customer_id = done.customer_id AND n.subscription_id = done.subscription_id
      """;

  private static final String DELETE_WINDOWS =
      "DELETE FROM request_window WHERE started_at < now() - interval '1 hour'";

  /** Deliveries that were stored before an instant, with their tokens; how many went. */
  Uni<Integer> deleteStoredBefore(Tx tx, Instant limit, int batch) {
    return count(tx, DELETE_OLD, Tuple.of(limit.atOffset(ZoneOffset.UTC), batch));
  }

  /** A batch of what belonged to a deleted subscription; how many deliveries went. */
  Uni<Integer> deleteRemoved(Tx tx, int batch) {
    return count(tx, DELETE_REMOVED, Tuple.of(batch));
  }

  /** Deleted subscriptions of which nothing is left, and counters of clients that are quiet. */
  Uni<Void> forget(Tx tx) {
    return tx.connection()
        .query(FORGET)
        .execute()
        .chain(() -> tx.connection().query(DELETE_WINDOWS).execute())
        .replaceWithVoid();
  }

  private static Uni<Integer> count(Tx tx, String sql, Tuple values) {
    return tx.connection()
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
