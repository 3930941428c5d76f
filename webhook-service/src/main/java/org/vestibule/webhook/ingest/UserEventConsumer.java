package org.vestibule.webhook.ingest;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.EventService;

/** Takes every event about a record from Kafka into the event store, once. */
@ApplicationScoped
public class UserEventConsumer implements EventHandler {

  private static final String NAME = "ingest";
  private static final String TOPIC = "user-events";

  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final EventService events;
  private final DeadEventService deadEvents;

  public UserEventConsumer(
      ConsumerLoops loops,
      SqlTransactions transactions,
      EventService events,
      DeadEventService deadEvents) {
    this.loops = loops;
    this.transactions = transactions;
    this.events = events;
    this.deadEvents = deadEvents;
  }

  void onStart(@Observes StartupEvent event) {
    loops.work(NAME, TOPIC, transactions, this);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent received) {
    return RecordEventReader.read(received)
        .fold(
            event -> events.store(tx, event),
            reason -> deadEvents.park(tx, DeadEvent.of(received, reason)));
  }

  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    return deadEvents.park(tx, DeadEvent.of(message));
  }
}
