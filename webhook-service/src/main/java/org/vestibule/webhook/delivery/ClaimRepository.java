package org.vestibule.webhook.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.RecordEvent;

/** Takes due deliveries for one replica; across customers on purpose. */
@Singleton
class ClaimRepository {

  // Walks from subscription to subscription through the index: the cost grows with the number of
  // subscriptions that wait for something, not with what they wait for.
  private static final String DUE =
      """
      WITH RECURSIVE waiting (id, due_at) AS (
        (SELECT d.subscription_id, d.due_at
           FROM delivery d
          WHERE d.due_at IS NOT NULL
          ORDER BY d.subscription_id, d.due_at
          LIMIT 1)
        UNION ALL
        SELECT next.subscription_id, next.due_at
          FROM waiting
         CROSS JOIN LATERAL (
           SELECT d.subscription_id, d.due_at
             FROM delivery d
            WHERE d.due_at IS NOT NULL AND d.subscription_id > waiting.id
            ORDER BY d.subscription_id, d.due_at
            LIMIT 1) AS next)
      SELECT s.customer_id, s.id, s.endpoint_host, s.enabled
        FROM waiting
       CROSS JOIN LATERAL (
         SELECT * FROM subscription WHERE subscription.id = waiting.id LIMIT 1) AS s
       WHERE waiting.due_at <= now() OR NOT s.enabled
      """;

  // Rows are picked, found again and completed one by one (ctid, LATERAL): whatever the planner
  // believes of the tables, it cannot read one of them from end to end.
  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE delivery d
           SET state = 'executing', attempts = d.attempts + 1, due_at = NULL,
               claim_id = $3, claimed_at = now(), updated_at = now(),
               history = d.history || delivery_step('executing', d.attempts + 1, NULL, NULL, NULL)
         WHERE d.ctid = ANY (ARRAY(
                 SELECT due.ctid
                   FROM unnest($1::uuid[], $2::int[]) AS allotted (subscription_id, room)
                  CROSS JOIN LATERAL (
                    SELECT own.ctid
                      FROM delivery own
                     WHERE own.subscription_id = allotted.subscription_id AND own.due_at <= now()
                     ORDER BY own.due_at, own.position
                     LIMIT allotted.room
                       FOR UPDATE SKIP LOCKED) AS due))
           AND (SELECT s.enabled FROM subscription s WHERE s.id = d.subscription_id)
        RETURNING d.*)
      SELECT c.subscription_id, c.attempts, c.attempts - c.earlier_attempts, s.endpoint_host,
             s.endpoint, n.token, e.id, e.customer_id, e.application_id, e.type, e.record_uuid,
             e.occurred_at, e.data::text, c.position
        FROM claimed c
       CROSS JOIN LATERAL (
         SELECT * FROM subscription WHERE subscription.id = c.subscription_id LIMIT 1) AS s
       CROSS JOIN LATERAL (
         SELECT *
           FROM event
          WHERE event.customer_id = c.customer_id AND event.stored_at = c.created_at
            AND event.id = c.event_id
          LIMIT 1) AS e
        LEFT JOIN LATERAL (
         SELECT *
           FROM notification
          WHERE notification.customer_id = c.customer_id
            AND notification.subscription_id = c.subscription_id
            AND notification.event_id = c.event_id
          LIMIT 1) AS n ON n.endpoint = s.endpoint
       ORDER BY c.position
      """;

  private static final String LOST =
      """
      SELECT record_uuid
        FROM delivery
       WHERE claimed_at < now() - make_interval(secs => $1)
       ORDER BY claimed_at
       LIMIT $2
      """;

  private static final String RECOVER =
      """
      UPDATE delivery d
         SET state = CASE WHEN d.is_last_attempt THEN 'failure' ELSE 'awaiting-retry' END,
             due_at = CASE WHEN d.is_last_attempt THEN NULL ELSE now() END,
             attempts = d.attempts - 1,
             claim_id = NULL, claimed_at = NULL, is_last_attempt = false, updated_at = now(),
             history = d.history || delivery_step(
               CASE WHEN d.is_last_attempt THEN 'failure' ELSE 'awaiting-retry' END,
               d.attempts - 1, NULL, NULL, NULL)
       WHERE d.ctid = ANY (ARRAY(
               SELECT lost.ctid
                 FROM delivery lost
                WHERE lost.claimed_at < now() - make_interval(secs => $1)
                ORDER BY lost.claimed_at
                LIMIT $2
                  FOR UPDATE SKIP LOCKED))
      RETURNING d.subscription_id, d.record_uuid
      """;

  /** Subscriptions with something due, and disabled ones with something left. */
  Uni<List<DueSubscription>> dueSubscriptions(Tx tx) {
    return tx.connection()
        .preparedQuery(DUE)
        .execute()
        .map(rows -> Rows.list(rows, ClaimRepository::dueSubscription));
  }

  /** Begins attempts: each due delivery is taken by one caller only, in the order of storing. */
  Uni<List<Attempt>> claim(Tx tx, UUID claimId, List<Allotment> allotments, long nanos) {
    UUID[] subscriptions = allotments.stream().map(Allotment::subscription).toArray(UUID[]::new);
    Integer[] rooms = allotments.stream().map(Allotment::room).toArray(Integer[]::new);
    Tuple values =
        Tuple.tuple().addArrayOfUUID(subscriptions).addArrayOfInteger(rooms).addUUID(claimId);
    return tx.connection()
        .preparedQuery(CLAIM)
        .execute(values)
        .map(rows -> Rows.list(rows, row -> attempt(row, claimId, nanos)));
  }

  /** The records of attempts that began longer ago than any takes. */
  Uni<List<UUID>> lost(Tx tx, Duration longest, int batch) {
    return tx.connection()
        .preparedQuery(LOST)
        .execute(Tuple.of(longest.toMillis() / 1000.0, batch))
        .map(rows -> Rows.list(rows, row -> row.getUUID(0)));
  }

  /** Gives back attempts that began longer ago than any takes; their replica is gone. */
  Uni<List<RecordOrder>> recover(Tx tx, Duration longest, int batch) {
    return tx.connection()
        .preparedQuery(RECOVER)
        .execute(Tuple.of(longest.toMillis() / 1000.0, batch))
        .map(rows -> Rows.list(rows, row -> new RecordOrder(row.getUUID(0), row.getUUID(1))));
  }

  private static DueSubscription dueSubscription(Row row) {
    return new DueSubscription(row.getUUID(0), row.getUUID(1), row.getString(2), row.getBoolean(3));
  }

  private static Attempt attempt(Row row, UUID claimId, long nanos) {
    return new Attempt(
        row.getUUID(0),
        claimId,
        row.getInteger(1),
        row.getInteger(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        event(row),
        row.getLong(13),
        nanos);
  }

  private static RecordEvent event(Row row) {
    return new RecordEvent(
        row.getUUID(6),
        row.getUUID(7),
        row.getString(8),
        row.getString(9),
        row.getUUID(10),
        row.getOffsetDateTime(11).toInstant(),
        (ObjectNode) Json.parse(row.getString(12)));
  }
}
