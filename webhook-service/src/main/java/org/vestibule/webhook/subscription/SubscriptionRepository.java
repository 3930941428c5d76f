package org.vestibule.webhook.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.Rows;
import org.vestibule.platform.sql.Tx;

/** Rows of subscriptions; changes need the row of {@link SubscriberRepository} first. */
@Singleton
class SubscriptionRepository {

  private static final String COLUMNS =
      "customer_id, id, title, enabled, endpoint, events, filter, created_at, updated_at";

  private static final String INSERT =
      """
      INSERT INTO subscription (customer_id, id, title, enabled, endpoint, endpoint_host, events,
                                filter, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
      ON CONFLICT ON CONSTRAINT subscription_title DO NOTHING
      """;

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM subscription WHERE customer_id = $1 AND id = $2";

  private static final String LIST =
      """
      SELECT %s
        FROM subscription
       WHERE customer_id = $1
       ORDER BY created_at, id
       LIMIT $2 OFFSET $3
      """
          .formatted(COLUMNS);

  private static final String COUNT =
      "SELECT count(*)::int FROM subscription WHERE customer_id = $1";

  private static final String UPDATE =
      """
      UPDATE subscription
         SET title = $3, enabled = $4, endpoint = $5, endpoint_host = $6, events = $7, filter = $8,
             updated_at = $9
       WHERE customer_id = $1 AND id = $2
         AND NOT EXISTS (
           SELECT FROM subscription other
            WHERE other.customer_id = $1 AND other.title = $3 AND other.id <> $2)
      """;

  private static final String DELETE =
      "DELETE FROM subscription WHERE customer_id = $1 AND id = $2";

  /** False when the title is taken. */
  Uni<Boolean> insert(Tx tx, Subscription subscription) {
    return changeOne(tx, INSERT, values(subscription, subscription.createdAt()));
  }

  Uni<Optional<Subscription>> find(Tx tx, UUID customerId, UUID id) {
    return tx.connection()
        .preparedQuery(FIND)
        .execute(Tuple.of(customerId, id))
        .map(rows -> all(rows).stream().findFirst());
  }

  /** In the order of their making. */
  Uni<List<Subscription>> list(Tx tx, UUID customerId, int limit, int offset) {
    return tx.connection()
        .preparedQuery(LIST)
        .execute(Tuple.of(customerId, limit, offset))
        .map(SubscriptionRepository::all);
  }

  Uni<Integer> count(Tx tx, UUID customerId) {
    return tx.connection()
        .preparedQuery(COUNT)
        .execute(Tuple.of(customerId))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /** False when the title is taken by another one. */
  Uni<Boolean> update(Tx tx, Subscription subscription) {
    return changeOne(tx, UPDATE, values(subscription, subscription.updatedAt()));
  }

  /** False when there is no such subscription. */
  Uni<Boolean> delete(Tx tx, UUID customerId, UUID id) {
    return changeOne(tx, DELETE, Tuple.of(customerId, id));
  }

  private static Uni<Boolean> changeOne(Tx tx, String sql, Tuple values) {
    return tx.connection().preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  private static Tuple values(Subscription subscription, Instant time) {
    return Tuple.tuple()
        .addUUID(subscription.customerId())
        .addUUID(subscription.id())
        .addString(subscription.title())
        .addBoolean(subscription.enabled())
        .addString(subscription.endpoint())
        .addString(EndpointHost.of(subscription.endpoint()))
        .addArrayOfString(subscription.events().toArray(String[]::new))
        .addString(subscription.filter() == null ? null : Json.write(subscription.filter()))
        .addOffsetDateTime(time.atOffset(ZoneOffset.UTC));
  }

  private static List<Subscription> all(RowSet<Row> rows) {
    return Rows.list(rows, SubscriptionRepository::of);
  }

  private static Subscription of(Row row) {
    String filter = row.getString(6);
    OffsetDateTime created = row.getOffsetDateTime(7);
    OffsetDateTime updated = row.getOffsetDateTime(8);
    return new Subscription(
        row.getUUID(0),
        row.getUUID(1),
        row.getString(2),
        row.getBoolean(3),
        row.getString(4),
        List.of(row.getArrayOfStrings(5)),
        filter == null ? null : (ObjectNode) Json.parse(filter),
        created.toInstant(),
        updated.toInstant());
  }
}
