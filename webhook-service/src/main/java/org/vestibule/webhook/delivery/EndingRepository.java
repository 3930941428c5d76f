package org.vestibule.webhook.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Tx;

/** Ends of attempts, many in one statement. */
@ApplicationScoped
class EndingRepository {

  // Only who holds the claim may end it: an attempt that was given up for lost has another owner.
  // Rows are locked in one order, so that two writers never wait for each other in a circle.
  private static final String END =
      """
      WITH own AS (
        SELECT d.customer_id, d.subscription_id, d.event_id,
               e.wait_seconds, e.is_undone, e.status_code, e.headers, e.error,
               CASE WHEN e.wait_seconds IS NOT NULL
                         AND (d.is_last_attempt OR s.enabled IS NOT TRUE)
                    THEN 'failure' ELSE e.state END AS state
          FROM json_to_recordset($1::text::json) AS e (
                 customer_id uuid, subscription_id uuid, event_id uuid, claim_id uuid, state text,
                 wait_seconds float8, is_undone boolean, status_code int, headers jsonb, error text)
          JOIN delivery d ON d.customer_id = e.customer_id
                         AND d.subscription_id = e.subscription_id
                         AND d.event_id = e.event_id
                         AND d.claim_id = e.claim_id
          LEFT JOIN subscription s ON s.id = d.subscription_id
         ORDER BY d.subscription_id, d.position
           FOR UPDATE OF d
      ), ended AS (
        SELECT own.*,
               CASE WHEN state LIKE 'awaiting-%'
                    THEN now() + make_interval(secs => wait_seconds) END AS due_at
          FROM own)
      UPDATE delivery d
         SET state = ended.state,
             attempts = d.attempts - ended.is_undone::int,
             due_at = ended.due_at,
             claim_id = NULL, claimed_at = NULL, is_last_attempt = false, updated_at = now(),
             status_code = ended.status_code,
             response_headers = ended.headers,
             error = ended.error,
             history = CASE
               WHEN NOT ended.is_undone THEN d.history || delivery_step(
                 ended.state, d.attempts, ended.status_code, ended.error, ended.due_at)
               WHEN ended.due_at IS NOT NULL THEN d.history - (-1)
               ELSE (d.history - (-1)) || delivery_step('failure', d.attempts - 1, NULL, NULL, NULL)
               END
        FROM ended
       WHERE d.customer_id = ended.customer_id
         AND d.subscription_id = ended.subscription_id
         AND d.event_id = ended.event_id
      RETURNING d.subscription_id, d.record_uuid
      """;

  private static final String RELEASE =
      """
      WITH heads AS (
        SELECT head.customer_id, head.subscription_id, head.event_id
          FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[])) AS ended (subscription_id,
                                                                                record_uuid)
         CROSS JOIN LATERAL (
           SELECT d.customer_id, d.subscription_id, d.event_id, d.state, d.due_at
             FROM delivery d
            WHERE d.subscription_id = ended.subscription_id
              AND d.record_uuid = ended.record_uuid
              AND d.state IN ('awaiting-executing', 'executing')
            ORDER BY d.position
            LIMIT 1) AS head
         WHERE head.state = 'awaiting-executing' AND head.due_at IS NULL)
      UPDATE delivery d
         SET due_at = now()
        FROM heads
       WHERE d.customer_id = heads.customer_id
         AND d.subscription_id = heads.subscription_id
         AND d.event_id = heads.event_id
         AND d.state = 'awaiting-executing' AND d.due_at IS NULL
      """;

  /** Writes ends; the records for which the next event may follow. */
  Uni<List<RecordOrder>> end(Tx tx, Collection<Ending> endings) {
    ArrayNode rows = Json.array();
    endings.forEach(it -> rows.add(row(it)));
    return tx.connection()
        .preparedQuery(END)
        .execute(Tuple.of(Json.write(rows)))
        .map(EndingRepository::orders);
  }

  /**
   * Makes the next event of each record due when it waited for the one that ended. A statement of
   * its own, after {@link #end}: it must see what was stored until the locks were taken.
   */
  Uni<Void> release(Tx tx, List<RecordOrder> ended) {
    UUID[] subscriptions = ended.stream().map(RecordOrder::subscriptionId).toArray(UUID[]::new);
    UUID[] records = ended.stream().map(RecordOrder::recordUuid).toArray(UUID[]::new);
    return tx.connection()
        .preparedQuery(RELEASE)
        .execute(Tuple.tuple().addArrayOfUUID(subscriptions).addArrayOfUUID(records))
        .replaceWithVoid();
  }

  private static ObjectNode row(Ending ending) {
    Attempt attempt = ending.attempt();
    ObjectNode row = Json.object();
    row.put("customer_id", attempt.customerId().toString());
    row.put("subscription_id", attempt.subscriptionId().toString());
    row.put("event_id", attempt.event().id().toString());
    row.put("claim_id", attempt.claimId().toString());
    row.put("state", ending.state().wireName());
    row.put("is_undone", ending.isUndone());
    if (ending.pause() != null) {
      row.put("wait_seconds", ending.pause().toMillis() / 1000.0);
    }
    Answer answer = ending.answer();
    row.put("status_code", answer.statusCode());
    if (answer.statusCode() != null) {
      row.set("headers", Json.tree(answer.headers()));
    }
    return row.put("error", answer.error());
  }

  private static List<RecordOrder> orders(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new RecordOrder(row.getUUID(0), row.getUUID(1)))
        .toList();
  }
}
