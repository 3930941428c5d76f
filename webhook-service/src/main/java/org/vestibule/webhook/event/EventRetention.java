package org.vestibule.webhook.event;

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

/** Removes events after seven days, a bounded batch at a time. */
@ApplicationScoped
public class EventRetention {

  /** How long events and their deliveries are kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  static final int BATCH = 1_000;

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(1));

  private final SqlTransactions transactions;
  private final EventRepository events;
  private final Clock clock;
  private final Loop loop;

  public EventRetention(
      SqlTransactions transactions, EventRepository events, Clock clock, Vertx vertx) {
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
    this.loop = new Loop("event-retention", TIMES, vertx, this::removeBatch);
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** True when there may be more to remove. */
  Uni<Boolean> removeBatch() {
    Instant limit = clock.instant().minus(KEPT);
    return transactions
        .run(tx -> events.deleteStoredBefore(tx, limit, BATCH))
        .map(removed -> removed == BATCH);
  }
}
