package org.vestibule.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

/**
 * The row of a customer, which every change of its subscriptions writes first: changes queue up
 * behind each other, their number stays exact, and what replicas remember is known to be old.
 */
@Singleton
class SubscriberRepository {

  private static final String ADD =
      """
      INSERT INTO subscriber AS known (customer_id, version, subscriptions)
      VALUES ($1, 1, 1)
      ON CONFLICT (customer_id) DO UPDATE
         SET version = known.version + 1, subscriptions = known.subscriptions + 1
       WHERE known.subscriptions < $2
      RETURNING version
      """;

  private static final String CHANGE =
      """
      UPDATE subscriber
         SET version = version + 1, subscriptions = subscriptions + $2
       WHERE customer_id = $1
      RETURNING version
      """;

  private static final String VERSIONS =
      "SELECT customer_id, version FROM subscriber WHERE customer_id = ANY ($1)";

  /** Takes the place of one more subscription; false when there is none. */
  Uni<Boolean> add(Tx tx, UUID customerId, int limit) {
    return tx.connection()
        .preparedQuery(ADD)
        .execute(Tuple.of(customerId, limit))
        .map(rows -> rows.size() == 1);
  }

  /** Announces a change; false when the customer never had a subscription. */
  Uni<Boolean> change(Tx tx, UUID customerId, int difference) {
    return tx.connection()
        .preparedQuery(CHANGE)
        .execute(Tuple.of(customerId, difference))
        .map(rows -> rows.size() == 1);
  }

  /** The versions of the subscriptions of those customers who ever had one. */
  Uni<Map<UUID, Long>> versions(Tx tx, Set<UUID> customers) {
    return tx.connection()
        .preparedQuery(VERSIONS)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .map(SubscriberRepository::byCustomer);
  }

  private static Map<UUID, Long> byCustomer(RowSet<Row> rows) {
    Map<UUID, Long> versions = new HashMap<>();
    rows.forEach(row -> versions.put(row.getUUID(0), row.getLong(1)));
    return versions;
  }
}
