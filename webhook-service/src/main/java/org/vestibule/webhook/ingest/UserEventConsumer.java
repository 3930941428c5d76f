package org.vestibule.webhook.ingest;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.kafka.ConsumerLoops;
import org.vestibule.platform.kafka.EventHandler;
import org.vestibule.platform.kafka.UnreadableMessage;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.delivery.DeliveryService;
import org.vestibule.webhook.event.EventService;
import org.vestibule.webhook.event.RecordEvent;
import org.vestibule.webhook.subscription.MatchingService;

/**
 * Takes every event about a record from Kafka into the event store, once, with a delivery for each
 * subscription that wants it.
 */
@Singleton
public class UserEventConsumer implements EventHandler {

  private static final String NAME = "ingest";
  private static final String TOPIC = "user-events";

  /** It is about no single record, so no subscription can want it. */
  private static final String OF_MANY = "import-finished";

  private final ConsumerLoops loops;
  private final SqlTransactions transactions;
  private final EventService events;
  private final MatchingService subscriptions;
  private final DeliveryService deliveries;
  private final DeadEventService deadEvents;

  public UserEventConsumer(
      ConsumerLoops loops,
      SqlTransactions transactions,
      EventService events,
      MatchingService subscriptions,
      DeliveryService deliveries,
      DeadEventService deadEvents) {
    this.loops = loops;
    this.transactions = transactions;
    this.events = events;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.deadEvents = deadEvents;
  }

  void onStart(@Observes StartupEvent event) {
    loops.work(NAME, TOPIC, transactions, this);
  }

  @Override
  public boolean concernsType(String type) {
    return !OF_MANY.equals(type);
  }

  @Override
  public Uni<Void> handle(Tx tx, ReceivedEvent received) {
    return handleAll(tx, List.of(received));
  }

  @Override
  public Uni<Void> handleAll(Tx tx, List<ReceivedEvent> received) {
    List<RecordEvent> readable = new ArrayList<>();
    List<DeadEvent> dead = new ArrayList<>();
    for (ReceivedEvent each : received) {
      RecordEventReader.read(each)
          .fold(readable::add, reason -> dead.add(DeadEvent.of(each, reason)));
    }
    return InTurn.each(dead, it -> deadEvents.park(tx, it)).chain(() -> store(tx, readable));
  }

  /** What subscriptions are to be told of is stored with the events or not at all. */
  private Uni<Void> store(Tx tx, List<RecordEvent> readable) {
    return readable.isEmpty()
        ? Uni.createFrom().voidItem()
        : events
            .store(tx, readable)
            .chain(stored -> subscriptions.matching(tx, stored))
            .chain(wanted -> deliveries.schedule(tx, wanted));
  }

  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    return deadEvents.park(tx, DeadEvent.of(message));
  }
}
