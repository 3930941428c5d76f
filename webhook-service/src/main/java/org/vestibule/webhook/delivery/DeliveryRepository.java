package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.StoredEvent;

/** Deliveries as events and subscriptions make and end them. */
@Singleton
class DeliveryRepository {

  // Behind an earlier event of the same record that was not attempted yet, a delivery is not due:
  // whoever ends that attempt makes it due.
  private static final String INSERT =
      """
      INSERT INTO delivery (customer_id, subscription_id, event_id, created_at, updated_at,
                            record_uuid, state, attempts, due_at, history)
      SELECT s.customer_id, s.id, $2::uuid, $3::timestamptz, $3::timestamptz, $4::uuid,
             initial.state, 0,
             CASE WHEN s.enabled AND before.position IS NULL THEN now() END,
             jsonb_build_array(delivery_step(initial.state, 0, NULL, NULL, NULL))
        FROM unnest($5::uuid[]) AS matched (subscription_id)
       CROSS JOIN LATERAL (
         SELECT *
           FROM subscription
          WHERE subscription.customer_id = $1 AND subscription.id = matched.subscription_id
          LIMIT 1) AS s
       CROSS JOIN LATERAL (
         SELECT CASE WHEN s.enabled THEN 'awaiting-executing' ELSE 'failure' END) AS initial (state)
        LEFT JOIN LATERAL (
         SELECT d.position
           FROM delivery d
          WHERE d.subscription_id = s.id AND d.record_uuid = $4::uuid
            AND d.state IN ('awaiting-executing', 'executing')
          ORDER BY d.position DESC
          LIMIT 1) AS before ON s.enabled
      """;

  private static final String GIVE_UP =
      """
      UPDATE delivery d
         SET state = 'failure', due_at = NULL, updated_at = now(),
             history = d.history || delivery_step('failure', d.attempts, NULL, NULL, NULL)
       WHERE d.ctid = ANY (ARRAY(
               SELECT waiting.ctid
                 FROM delivery waiting
                WHERE waiting.customer_id = $1 AND waiting.subscription_id = $2
                  AND waiting.state IN ('awaiting-executing', 'awaiting-retry')
                ORDER BY waiting.position
                LIMIT $3
                  FOR UPDATE))
      """;

  private static final String LAST_ATTEMPTS =
      """
      UPDATE delivery d
         SET is_last_attempt = true
       WHERE d.ctid = ANY (ARRAY(
               SELECT under_way.ctid
                 FROM delivery under_way
                WHERE under_way.customer_id = $1 AND under_way.subscription_id = $2
                  AND under_way.state = 'executing'
                ORDER BY under_way.position
                  FOR UPDATE))
      """;

  private static final String REMOVE =
      "INSERT INTO subscription_removal (customer_id, subscription_id) VALUES ($1, $2)";

  /**
   * Stores one delivery for each subscription, with the record's lock held; those of disabled ones
   * have failed already.
   */
  Uni<Void> insert(Tx tx, StoredEvent stored, List<UUID> subscriptions) {
    Tuple values =
        Tuple.tuple()
            .addUUID(stored.event().customerId())
            .addUUID(stored.event().id())
            .addOffsetDateTime(stored.storedAt().atOffset(ZoneOffset.UTC))
            .addUUID(stored.event().recordUuid())
            .addArrayOfUUID(subscriptions.toArray(UUID[]::new));
    return tx.connection().preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  /** Ends a batch of what waits to be sent, the oldest first; how many they were. */
  Uni<Integer> giveUp(Tx tx, UUID customerId, UUID subscriptionId, int batch) {
    return tx.connection()
        .preparedQuery(GIVE_UP)
        .execute(Tuple.of(customerId, subscriptionId, batch))
        .map(RowSet::rowCount);
  }

  /** Attempts under way are not followed by others. */
  Uni<Void> markLastAttempts(Tx tx, UUID customerId, UUID subscriptionId) {
    return tx.connection()
        .preparedQuery(LAST_ATTEMPTS)
        .execute(Tuple.of(customerId, subscriptionId))
        .replaceWithVoid();
  }

  /** Has everything of a subscription removed in the background. */
  Uni<Void> removeAll(Tx tx, UUID customerId, UUID subscriptionId) {
    return tx.connection()
        .preparedQuery(REMOVE)
        .execute(Tuple.of(customerId, subscriptionId))
        .replaceWithVoid();
  }
}
