package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.webhook.event.EventRetention;

/** Removes deliveries after seven days or with their subscription, a bounded batch at a time. */
@Singleton
public class DeliveryRetention implements BackgroundWork {
  static final int BATCH = 1_000;

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(30));

  private final SqlTransactions transactions;
  private final RetentionRepository rows;
  private final Clock clock;

  DeliveryRetention(SqlTransactions transactions, RetentionRepository rows, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "delivery-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    Instant limit = clock.instant().minus(EventRetention.KEPT);
    return transactions
        .run(tx -> rows.deleteStoredBefore(tx, limit, BATCH))
        .chain(old -> removeOfDeleted().map(removed -> old == BATCH || removed > 0));
  }

  private Uni<Integer> removeOfDeleted() {
    return transactions.run(tx -> rows.deleteRemoved(tx, BATCH).call(() -> rows.forget(tx)));
  }
}
