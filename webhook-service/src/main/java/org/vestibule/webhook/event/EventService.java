package org.vestibule.webhook.event;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.vestibule.platform.sql.Tx;

/** The store of the events that subscriptions want. */
@Singleton
public class EventService {

  private final EventRepository events;
  private final Clock clock;

  public EventService(EventRepository events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The events with the times of their storing. */
  public List<StoredEvent> stamped(List<RecordEvent> received) {
    // PostgreSQL keeps microseconds; deliveries find the event by this very time, and the order of
    // the times is that of the events.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return IntStream.range(0, received.size())
        .mapToObj(i -> new StoredEvent(received.get(i), now.plus(i, ChronoUnit.MICROS)))
        .toList();
  }

  /** Stores events by one statement in the transaction that remembers their ids. */
  public Uni<Void> store(Tx tx, List<StoredEvent> wanted) {
    return wanted.isEmpty() ? Uni.createFrom().voidItem() : events.insert(tx, wanted);
  }
}
