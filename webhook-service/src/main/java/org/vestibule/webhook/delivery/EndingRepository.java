package org.vestibule.webhook.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/**
 * Ends of attempts, many at once, in three statements: each must see what was committed until the
 * one before it had its locks.
 */
@Singleton
class EndingRepository {

  // Only who holds the claim may end it: an attempt that was given up for lost has another owner.
  private static final String LOCK =
      """
      SELECT e.place, d.ctid::text, d.subscription_id, d.record_uuid,
             NOT d.is_last_attempt AND coalesce(
               (SELECT s.enabled FROM subscription s WHERE s.id = d.subscription_id), false)
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY
             AS e (customer_id, subscription_id, event_id, claim_id, place)
       CROSS JOIN LATERAL (
         SELECT own.ctid, own.*
           FROM delivery own
          WHERE own.customer_id = e.customer_id AND own.subscription_id = e.subscription_id
            AND own.event_id = e.event_id AND own.claim_id = e.claim_id
          LIMIT 1
            FOR UPDATE) AS d
      """;

  private static final String END =
      """
      UPDATE delivery d
         SET state = e.state,
             attempts = d.attempts - e.is_undone::int,
             due_at = now() + make_interval(secs => e.wait_seconds),
             claim_id = NULL, claimed_at = NULL, is_last_attempt = false, updated_at = now(),
             status_code = e.status_code,
             response_headers = e.headers,
             error = e.error,
             history = CASE
               WHEN NOT e.is_undone THEN d.history || delivery_step(
                 e.state, d.attempts, e.status_code, e.error,
                 now() + make_interval(secs => e.wait_seconds))
               WHEN e.wait_seconds IS NOT NULL THEN d.history - (-1)
               ELSE (d.history - (-1)) || delivery_step(e.state, d.attempts - 1, NULL, NULL, NULL)
               END
        FROM json_to_recordset($1::text::json) AS e (
               place text, state text, wait_seconds float8, is_undone boolean, status_code int,
               headers jsonb, error text)
       WHERE d.ctid = ANY ($2::text[]::tid[]) AND d.ctid::text = e.place
      """;

  private static final String RELEASE =
      """
      UPDATE delivery d
         SET due_at = now()
       WHERE d.ctid = ANY (ARRAY(
               SELECT head.ctid
                 FROM unnest($1::uuid[], $2::uuid[]) AS ended (subscription_id, record_uuid)
                CROSS JOIN LATERAL (
                  SELECT own.ctid, own.state, own.due_at
                    FROM delivery own
                   WHERE own.subscription_id = ended.subscription_id
                     AND own.record_uuid = ended.record_uuid
                     AND own.state IN ('awaiting-executing', 'executing')
                   ORDER BY own.position
                   LIMIT 1) AS head
                WHERE head.state = 'awaiting-executing' AND head.due_at IS NULL))
         AND d.state = 'awaiting-executing' AND d.due_at IS NULL
      """;

  /** The rows of attempts that are still ours, locked in the given order. */
  Uni<List<EndingRow>> lock(Tx tx, List<Ending> endings) {
    Tuple values =
        Tuple.tuple()
            .addArrayOfUUID(ids(endings, Attempt::customerId))
            .addArrayOfUUID(ids(endings, Attempt::subscriptionId))
            .addArrayOfUUID(ids(endings, it -> it.event().id()))
            .addArrayOfUUID(ids(endings, Attempt::claimId));
    return tx.connection()
        .preparedQuery(LOCK)
        .execute(values)
        .map(rows -> Rows.list(rows, row -> locked(row, endings)));
  }

  /** Writes the ends of locked rows. */
  Uni<Void> end(Tx tx, List<EndingRow> locked) {
    ArrayNode rows = Json.array();
    locked.forEach(it -> rows.add(json(it)));
    String[] places = locked.stream().map(EndingRow::place).toArray(String[]::new);
    return tx.connection()
        .preparedQuery(END)
        .execute(Tuple.of(Json.write(rows)).addArrayOfString(places))
        .replaceWithVoid();
  }

  /** Makes the next event of each record due when it waited for the one that ended. */
  Uni<Void> release(Tx tx, List<RecordOrder> ended) {
    UUID[] subscriptions = ended.stream().map(RecordOrder::subscriptionId).toArray(UUID[]::new);
    UUID[] records = ended.stream().map(RecordOrder::recordUuid).toArray(UUID[]::new);
    return tx.connection()
        .preparedQuery(RELEASE)
        .execute(Tuple.tuple().addArrayOfUUID(subscriptions).addArrayOfUUID(records))
        .replaceWithVoid();
  }

  private static EndingRow locked(Row row, List<Ending> endings) {
    Ending ending = endings.get((int) (row.getLong(0) - 1));
    return new EndingRow(
        row.getString(1),
        new RecordOrder(row.getUUID(2), row.getUUID(3)),
        row.getBoolean(4) ? ending : ending.withoutRetry());
  }

  private static ObjectNode json(EndingRow locked) {
    Ending ending = locked.ending();
    Answer answer = ending.answer();
    ObjectNode row = Json.object();
    row.put("place", locked.place());
    row.put("state", ending.state().wireName());
    row.put("is_undone", ending.isUndone());
    if (ending.pause() != null) {
      row.put("wait_seconds", ending.pause().toMillis() / 1000.0);
    }
    row.put("status_code", answer.statusCode());
    if (answer.statusCode() != null) {
      row.set("headers", Json.tree(answer.headers()));
    }
    return row.put("error", answer.error());
  }

  private static UUID[] ids(List<Ending> endings, Function<Attempt, UUID> id) {
    return endings.stream().map(Ending::attempt).map(id).toArray(UUID[]::new);
  }
}
