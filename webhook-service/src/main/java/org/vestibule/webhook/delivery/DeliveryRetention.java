package org.vestibule.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.webhook.event.EventRetention;

/** Removes deliveries after seven days or with their subscription, a bounded batch at a time. */
@ApplicationScoped
public class DeliveryRetention {
  static final int BATCH = 1_000;

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(30));

  private final SqlTransactions transactions;
  private final RetentionRepository rows;
  private final Clock clock;
  private final Loop loop;

  DeliveryRetention(
      SqlTransactions transactions, RetentionRepository rows, Clock clock, Vertx vertx) {
    this.transactions = transactions;
    this.rows = rows;
    this.clock = clock;
    this.loop = new Loop("delivery-retention", TIMES, vertx, this::removeBatch);
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** True when there may be more to remove. */
  Uni<Boolean> removeBatch() {
    Instant limit = clock.instant().minus(EventRetention.KEPT);
    return transactions
        .run(tx -> rows.deleteStoredBefore(tx, limit, BATCH))
        .chain(old -> removeOfDeleted().map(removed -> old == BATCH || removed > 0));
  }

  private Uni<Integer> removeOfDeleted() {
    return transactions.run(tx -> rows.deleteRemoved(tx, BATCH).call(() -> rows.forget(tx)));
  }
}
