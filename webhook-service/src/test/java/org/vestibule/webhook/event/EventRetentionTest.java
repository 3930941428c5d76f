package org.vestibule.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.testkit.PostgresForTests;
import org.vestibule.testkit.TestDatabase;

class EventRetentionTest {

  private static final Instant NOW = Instant.parse("2026-03-09T14:05:06Z");
  private static final UUID CUSTOMER = UUID.randomUUID();

  private final Vertx vertx = Vertx.vertx();
  private final Pool pool = pool(PostgresForTests.migratedDatabase("webhook"), vertx);
  private final SqlTransactions transactions = new SqlTransactions(pool);
  private final EventRepository events = new EventRepository();
  private final EventRetention retention =
      new EventRetention(transactions, events, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    await(pool.close());
    vertx.close();
  }

  @Test
  void afterSevenDays_eventsAreRemovedInBatches() {
    insert(EventRetention.BATCH + 5, NOW.minus(EventRetention.KEPT).minusMillis(1));
    insert(3, NOW.minus(EventRetention.KEPT).plusMillis(1));
    assertThat(await(retention.work())).isTrue();
    assertThat(count()).isEqualTo(8);
    assertThat(await(retention.work())).isFalse();
    assertThat(count()).isEqualTo(3);
    assertThat(await(retention.work())).isFalse();
  }

  private void insert(int count, Instant storedAt) {
    await(
        transactions.run(
            tx ->
                events.insert(
                    tx,
                    Stream.generate(() -> new StoredEvent(event(), storedAt))
                        .limit(count)
                        .toList())));
  }

  private static RecordEvent event() {
    UUID record = UUID.randomUUID();
    return new RecordEvent(
        UUID.randomUUID(), CUSTOMER, "app1", "user-created", record, NOW, Json.object());
  }

  private int count() {
    return await(
        pool.query("SELECT count(*)::int FROM event")
            .execute()
            .map(rows -> rows.iterator().next().getInteger(0)));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(10));
  }

  private static Pool pool(TestDatabase database, Vertx vertx) {
    return PgBuilder.pool()
        .connectingTo(
            PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password()))
        .using(new io.vertx.mutiny.core.Vertx(vertx))
        .build();
  }
}
