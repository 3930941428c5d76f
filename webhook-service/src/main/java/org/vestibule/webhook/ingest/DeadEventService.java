package org.vestibule.webhook.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.vestibule.platform.sql.Tx;

/** Keeps messages aside that are no events, and says so once for each. */
@Singleton
public class DeadEventService {

  private static final Logger LOG = Logger.getLogger(DeadEventService.class);

  private final DeadEventRepository deadEvents;
  private final Clock clock;
  private final Counter parked;

  public DeadEventService(DeadEventRepository deadEvents, Clock clock, MeterRegistry metrics) {
    this.deadEvents = deadEvents;
    this.clock = clock;
    this.parked = metrics.counter("vestibule.webhook.dead.events");
  }

  Uni<Void> park(Tx tx, DeadEvent event) {
    return deadEvents
        .insert(tx, event, clock.instant())
        .invoke(isNew -> tx.afterCommit(() -> report(event, isNew)))
        .replaceWithVoid();
  }

  private void report(DeadEvent event, boolean isNew) {
    if (isNew) {
      parked.increment();
      LOG.warnf(
          "parked %s-%d@%d in dead_event: %s",
          event.topic(), event.partition(), event.offset(), event.reason());
    }
  }
}
