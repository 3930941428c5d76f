package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;
import org.vestibule.webhook.event.RecordEvent;
import org.vestibule.webhook.event.StoredEvent;

/** A database of one test with subscriptions, events and deliveries. */
final class DeliveryDatabase implements AutoCloseable {
  static final Instant STORED = Instant.parse("2026-03-09T14:05:06.123456Z");

  private static final String SUBSCRIBE =
      """
      INSERT INTO subscription (id, customer_id, title, enabled, endpoint, endpoint_host, events,
                                created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, '{entityCreated}', now(), now())
      """;
  private static final String STORE =
      """
      INSERT INTO event (customer_id, stored_at, id, application_id, type, record_uuid, occurred_at,
                         data)
      VALUES ($1, '2026-03-09T14:05:06.123456Z', $2, 'app1', 'user-created', $3,
              '2026-03-09T14:05:05Z', '{"correlationId":"k7m2p9x4c6v8b3n5","entityType":"user"}')
      """;

  final UUID customer = UUID.randomUUID();
  final Vertx vertx = Vertx.vertx();
  final Pool pool;
  final SqlTransactions transactions;
  final DeliveryRepository deliveries = new DeliveryRepository();
  final RecordLockRepository locks = new RecordLockRepository();

  DeliveryDatabase() {
    this.pool = pool(PostgresForTests.migratedDatabase("webhook"));
    this.transactions = new SqlTransactions(pool);
  }

  /** An enabled subscription. */
  UUID subscription(String endpoint) {
    return subscription(endpoint, true);
  }

  UUID subscription(String endpoint, boolean enabled) {
    UUID id = UUID.randomUUID();
    String host = endpoint.replaceAll("https?://([^/]+).*", "$1");
    execute(SUBSCRIBE, Tuple.of(id, customer, id.toString(), enabled, endpoint, host));
    return id;
  }

  /** An event of a record that all these subscriptions are told of. */
  UUID event(UUID record, UUID... subscriptions) {
    UUID id = UUID.randomUUID();
    execute(STORE, Tuple.of(customer, id, record));
    RecordEvent event =
        new RecordEvent(id, customer, "app1", "user-created", record, STORED, Json.object());
    run(
        transactions.run(
            tx ->
                locks
                    .lock(tx, List.of(record))
                    .chain(
                        () ->
                            deliveries.insert(
                                tx, new StoredEvent(event, STORED), List.of(subscriptions)))));
    return id;
  }

  /** An event of a record of its own. */
  UUID event(UUID subscription) {
    return event(UUID.randomUUID(), subscription);
  }

  /** Changes rows as nothing else does, to look at what follows. */
  void execute(String sql, Tuple values) {
    run(pool.preparedQuery(sql).execute(values).replaceWithVoid());
  }

  /** The rows of a query, their columns joined by blanks. */
  List<String> rows(String sql, Object... values) {
    return run(
        pool.preparedQuery(sql)
            .execute(Tuple.from(values))
            .map(
                rows ->
                    StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryDatabase::text)
                        .toList()));
  }

  /** Ends an attempt as the engine does. */
  static void end(DeliveryDatabase database, EndingRepository endings, Ending ending) {
    database.run(
        database.transactions.run(
            tx ->
                database
                    .locks
                    .lock(tx, List.of(ending.attempt().event().recordUuid()))
                    .chain(() -> endings.lock(tx, List.of(ending)))
                    .call(locked -> endings.end(tx, locked))
                    .chain(
                        locked ->
                            endings.release(tx, locked.stream().map(EndingRow::order).toList()))));
  }

  String state(UUID subscription, UUID event) {
    return rows(
            "SELECT state, attempts FROM delivery WHERE subscription_id = $1 AND event_id = $2",
            subscription,
            event)
        .get(0);
  }

  <T> T run(Uni<T> work) {
    return SafeContext.await(vertx, () -> work, Duration.ofSeconds(20));
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      text.append(i == 0 ? "" : " ").append(row.getValue(i));
    }
    return text.toString();
  }

  private Pool pool(TestDatabase database) {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(20))
        .connectingTo(
            PgConnectOptions.fromUri(database.url())
                .setCachePreparedStatements(true)
                .setUser(database.user())
                .setPassword(database.password()))
        .using(new io.vertx.mutiny.core.Vertx(vertx))
        .build();
  }

  @Override
  public void close() {
    run(pool.close());
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
