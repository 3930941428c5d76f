package org.vestibule.platform.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.inbox.Inbox;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.sql.Transactions;
import org.vestibule.platform.sql.Tx;

/** Runs the effect of one message and its inbox row in one transaction, once. */
final class EventWork {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private final Vertx vertx;
  private final String consumer;
  private final Transactions transactions;
  private final Inbox inbox;
  private final EventHandler handler;

  EventWork(
      Vertx vertx, String consumer, Transactions transactions, Inbox inbox, EventHandler handler) {
    this.vertx = vertx;
    this.consumer = consumer;
    this.transactions = transactions;
    this.inbox = inbox;
    this.handler = handler;
  }

  /** Returns when the effect is committed; called on the thread of the loop. */
  void done(ConsumerRecord<String, byte[]> message) {
    SafeContext.await(vertx, () -> effect(message), LIMIT);
  }

  private Uni<Void> effect(ConsumerRecord<String, byte[]> message) {
    try {
      ReceivedEvent event = CloudEventCodec.decode(message);
      return handler.concerns(event)
          ? transactions.run(tx -> once(tx, event))
          : Uni.createFrom().voidItem();
    } catch (NotAnEventException unreadable) {
      UnreadableMessage parked = unreadable(message, unreadable.getMessage());
      return transactions.run(tx -> handler.park(tx, parked));
    }
  }

  private Uni<Void> once(Tx tx, ReceivedEvent event) {
    return inbox
        .firstTime(tx, event.id(), consumer)
        .chain(first -> first ? handler.handle(tx, event) : Uni.createFrom().voidItem());
  }

  private static UnreadableMessage unreadable(
      ConsumerRecord<String, byte[]> message, String reason) {
    return new UnreadableMessage(
        message.topic(),
        message.partition(),
        message.offset(),
        message.key(),
        CloudEventCodec.headers(message),
        message.value(),
        reason);
  }
}
