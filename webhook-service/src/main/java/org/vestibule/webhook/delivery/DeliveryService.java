package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.event.WantedEvent;

/** What events and changes of subscriptions ask of the delivery of notifications. */
@Singleton
public class DeliveryService {
  private static final int BATCH = 5_000;

  private final DeliveryRepository deliveries;
  private final RecordLockRepository locks;
  private final Dispatcher dispatcher;

  DeliveryService(
      DeliveryRepository deliveries, RecordLockRepository locks, Dispatcher dispatcher) {
    this.deliveries = deliveries;
    this.locks = locks;
    this.dispatcher = dispatcher;
  }

  /** Stores deliveries of events in their own transaction; they are sent after the commit. */
  public Uni<Void> schedule(Tx tx, List<WantedEvent> wanted) {
    if (wanted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    tx.afterCommit(dispatcher::wake);
    return locks
        .lock(tx, wanted.stream().map(it -> it.stored().event().recordUuid()).toList())
        .chain(
            () ->
                InTurn.each(wanted, it -> deliveries.insert(tx, it.stored(), it.subscriptions())));
  }

  /** Ends what waits for a subscription that was disabled; a long queue ends in the background. */
  public Uni<Void> giveUp(Tx tx, UUID customerId, UUID subscriptionId) {
    return deliveries
        .markLastAttempts(tx, customerId, subscriptionId)
        .chain(() -> deliveries.giveUp(tx, customerId, subscriptionId, BATCH))
        .replaceWithVoid();
  }

  /** Ends all that still waits from the time when a subscription was disabled. */
  public Uni<Void> giveUpAll(Tx tx, UUID customerId, UUID subscriptionId) {
    return deliveries
        .giveUp(tx, customerId, subscriptionId, BATCH)
        .chain(
            count ->
                count < BATCH
                    ? Uni.createFrom().voidItem()
                    : giveUpAll(tx, customerId, subscriptionId));
  }

  /** Lets what is due be sent to where the subscriptions now say. */
  public Uni<Void> redirect(Tx tx) {
    tx.afterCommit(dispatcher::wake);
    return Uni.createFrom().voidItem();
  }

  /** Has all deliveries of a deleted subscription removed; none is sent after the commit. */
  public Uni<Void> removeAll(Tx tx, UUID customerId, UUID subscriptionId) {
    return deliveries.removeAll(tx, customerId, subscriptionId);
  }
}
