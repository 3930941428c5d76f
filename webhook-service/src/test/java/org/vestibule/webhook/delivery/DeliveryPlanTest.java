package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The work of the dispatcher does not grow with what is stored or waits behind something. */
class DeliveryPlanTest {
  private static final int FINISHED = 100_000;
  private static final int WAITING = 20_000;
  private static final int ROUNDS = 40;
  private static final String FILL =
      """
      INSERT INTO delivery (customer_id, subscription_id, event_id, created_at, updated_at,
                            record_uuid, state, attempts, due_at, history)
      SELECT $1, $2, gen_random_uuid(), now(), now(), gen_random_uuid(), $3, 1,
             CASE WHEN $4::int IS NOT NULL THEN now() + make_interval(secs => $4) END, '[]'
        FROM generate_series(1, $5)
      """;

  private final DeliveryDatabase database = new DeliveryDatabase();
  private final Replica replica = new Replica(database, Map.of());
  private final EndingRepository endings = new EndingRepository();
  private final UUID subscription = database.subscription("http://127.0.0.1:1/a");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rounds_amongManyRows_takeAboutAsLongAsAmongFew() {
    rounds();
    long amongFew = rounds();
    database.execute(FILL, values("success", null, FINISHED));
    database.execute(FILL, values("awaiting-retry", 3_600, WAITING));
    long amongManyUnknown = rounds();
    database.execute("ANALYZE delivery", Tuple.tuple());
    long amongMany = rounds();
    // A walk over the rows would take many times as long.
    assertThat(amongManyUnknown).isLessThan(8 * amongFew);
    assertThat(amongMany).isLessThan(8 * amongFew);
  }

  /** Events of one record, one after the other; the time in milliseconds. */
  private long rounds() {
    UUID record = UUID.randomUUID();
    for (int i = 0; i < ROUNDS; i++) {
      database.event(record, subscription);
    }
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      round();
    }
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private void round() {
    assertThat(database.run(replica.claims.dueSubscriptions())).hasSize(1);
    List<Attempt> attempts =
        database.run(replica.claims.begin(List.of(new Allotment(subscription, 10))));
    assertThat(attempts).hasSize(1);
    Ending success = Ending.of(attempts.get(0), DeliveryState.SUCCESS, null, Answer.none(null));
    DeliveryDatabase.end(database, endings, success);
  }

  private Tuple values(String state, Integer dueIn, int count) {
    return Tuple.of(database.customer, subscription, state).addInteger(dueIn).addInteger(count);
  }
}
