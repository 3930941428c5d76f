package org.vestibule.webhook.ingest;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.vestibule.webhook.event.WantedEvent;
import org.vestibule.webhook.subscription.MatchingService;

/**
 * Takes the events about records that subscriptions want from Kafka into the event store, once,
 * with a delivery for each of the subscriptions (webhooks.md 0).
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

  /** What nobody wants leaves no trace; what cannot be read is kept for people to look at. */
  @Override
  public Uni<List<ReceivedEvent>> relevant(List<ReceivedEvent> received) {
    List<RecordEvent> readable = new ArrayList<>();
    Set<UUID> relevant = new HashSet<>();
    for (ReceivedEvent each : received) {
      RecordEventReader.read(each).fold(readable::add, reason -> relevant.add(each.id()));
    }
    return transactions
        .read(tx -> subscriptions.matching(tx, events.stamped(readable)))
        .invoke(wanted -> wanted.forEach(it -> relevant.add(it.stored().event().id())))
        .map(wanted -> received.stream().filter(it -> relevant.contains(it.id())).toList());
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
        : subscriptions
            .matching(tx, events.stamped(readable))
            .call(wanted -> events.store(tx, wanted.stream().map(WantedEvent::stored).toList()))
            .chain(wanted -> deliveries.schedule(tx, wanted));
  }

  @Override
  public Uni<Void> park(Tx tx, UnreadableMessage message) {
    return deadEvents.park(tx, DeadEvent.of(message));
  }
}
