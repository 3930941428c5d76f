package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.sql.Tx;

class DeliveryRetentionTest {
  private static final String COUNT = "SELECT count(*) FROM delivery";
  private static final String SAY =
      """
      INSERT INTO notification (customer_id, subscription_id, event_id, id, endpoint, token)
      SELECT customer_id, subscription_id, event_id, event_id, 'e', 't' FROM delivery
      """;

  private final DeliveryDatabase database = new DeliveryDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void afterSevenDays_deliveriesGoWithTheirTokens() {
    UUID subscription = database.subscription("http://127.0.0.1:1/a");
    database.event(subscription);
    database.execute(SAY, Tuple.tuple());
    assertThat(database.run(at(Duration.ofDays(7)).work())).isFalse();
    assertThat(database.rows(COUNT)).containsExactly("1");
    database.run(at(Duration.ofDays(7).plusMillis(1)).work());
    assertThat(database.rows(COUNT)).containsExactly("0");
    assertThat(database.rows("SELECT count(*) FROM notification")).containsExactly("0");
  }

  @Test
  void deletedSubscription_leavesNothingAndItsNeighbourEverything() {
    UUID gone = database.subscription("http://127.0.0.1:1/a");
    UUID other = database.subscription("http://127.0.0.1:1/a");
    UUID record = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      database.event(record, gone, other);
    }
    database.execute(SAY, Tuple.tuple());
    database.execute("DELETE FROM subscription WHERE id = $1", Tuple.of(gone));
    database.run(database.transactions.run(tx -> remove(tx, gone)));
    DeliveryRetention retention = at(Duration.ofDays(1));
    assertThat(database.run(retention.work())).isTrue();
    assertThat(database.run(retention.work())).isFalse();
    assertThat(database.rows("SELECT DISTINCT subscription_id FROM delivery"))
        .containsExactly(other.toString());
    assertThat(database.rows("SELECT count(*) FROM notification")).containsExactly("3");
    assertThat(database.rows("SELECT count(*) FROM subscription_removal")).containsExactly("1");
    database.execute(
        "UPDATE subscription_removal SET removed_at = now() - interval '6 minutes'", Tuple.tuple());
    database.run(retention.work());
    assertThat(database.rows("SELECT count(*) FROM subscription_removal")).containsExactly("0");
  }

  private io.smallrye.mutiny.Uni<Void> remove(Tx tx, UUID subscription) {
    return database.deliveries.removeAll(tx, database.customer, subscription);
  }

  private DeliveryRetention at(Duration later) {
    Clock clock = Clock.fixed(DeliveryDatabase.STORED.plus(later), ZoneOffset.UTC);
    return new DeliveryRetention(database.transactions, new RetentionRepository(), clock);
  }
}
