package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes events after seven days, a bounded batch at a time. */
@Singleton
public class EventRetention implements BackgroundWork {
  /** How long events and their deliveries are kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  static final int BATCH = 1_000;

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(1));

  private final SqlTransactions transactions;
  private final EventRepository events;
  private final Clock clock;

  public EventRetention(SqlTransactions transactions, EventRepository events, Clock clock) {
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "event-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    Instant limit = clock.instant().minus(KEPT);
    return transactions
        .run(tx -> events.deleteStoredBefore(tx, limit, BATCH))
        .map(removed -> removed == BATCH);
  }
}
