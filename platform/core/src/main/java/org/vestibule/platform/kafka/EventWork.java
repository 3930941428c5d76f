package org.vestibule.platform.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.inbox.Inbox;
import org.vestibule.platform.loop.SafeContext;
import org.vestibule.platform.sql.Transactions;
import org.vestibule.platform.sql.Tx;

/** Runs the effects of messages and their inbox rows in one transaction, each once. */
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

  /** The same for many in one transaction; fails as a whole when one of them fails. */
  void allDone(List<ConsumerRecord<String, byte[]>> messages) {
    SafeContext.await(vertx, () -> effects(decoded(messages)), LIMIT);
  }

  private Uni<Void> effect(ConsumerRecord<String, byte[]> message) {
    try {
      return effects(decoded(List.of(message)));
    } catch (NotAnEventException unreadable) {
      UnreadableMessage parked = unreadable(message, unreadable.getMessage());
      return transactions.run(tx -> handler.park(tx, parked));
    }
  }

  private List<ReceivedEvent> decoded(List<ConsumerRecord<String, byte[]>> messages) {
    return messages.stream()
        .filter(it -> handler.concernsType(CloudEventCodec.type(it)))
        .map(CloudEventCodec::decode)
        .filter(handler::concerns)
        .toList();
  }

  private Uni<Void> effects(List<ReceivedEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : handler.relevant(events).chain(this::together);
  }

  private Uni<Void> together(List<ReceivedEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : transactions.run(tx -> once(tx, events));
  }

  private Uni<Void> once(Tx tx, List<ReceivedEvent> events) {
    return inbox
        .firstTimes(tx, events.stream().map(ReceivedEvent::id).toList(), consumer)
        .map(fresh -> events.stream().filter(it -> fresh.remove(it.id())).toList())
        .chain(fresh -> handler.handleAll(tx, fresh));
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
