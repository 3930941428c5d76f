package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.vestibule.platform.sql.Tx;

/** The store of events that subscriptions are served from. */
@Singleton
public class EventService {

  private final EventRepository events;
  private final Clock clock;

  public EventService(EventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Stores events by one statement in the transaction that remembers their ids. */
  public Uni<List<StoredEvent>> store(Tx tx, List<RecordEvent> received) {
    // PostgreSQL keeps microseconds; deliveries find the event by this very time, and the order of
    // the times is that of the events.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<StoredEvent> stored =
        IntStream.range(0, received.size())
            .mapToObj(i -> new StoredEvent(received.get(i), now.plus(i, ChronoUnit.MICROS)))
            .toList();
    return events.insert(tx, stored).replaceWith(stored);
  }
}
