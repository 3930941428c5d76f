package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vestibule.platform.sql.Tx;

/** The store of events that subscriptions are served from. */
@ApplicationScoped
public class EventService {

  private final EventRepository events;
  private final Clock clock;

  public EventService(EventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Stores an event in the transaction that remembers its id. */
  public Uni<StoredEvent> store(Tx tx, RecordEvent event) {
    // PostgreSQL keeps microseconds; deliveries find the event by this very time.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return events.insert(tx, event, now).replaceWith(new StoredEvent(event, now));
  }
}
