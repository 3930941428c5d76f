package org.vestibule.platform.kafka;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.Tx;

/** The effect of events in one service, in the transaction that also holds the inbox row. */
public interface EventHandler {
  /** Whether events of a type may have an effect here; the bodies of others are not read. */
  default boolean concernsType(String type) {
    return true;
  }

  /** Whether the event may have an effect here; for others no transaction is opened. */
  default boolean concerns(ReceivedEvent event) {
    return true;
  }

  /**
   * Those of several events that have an effect here by what is stored now; without any no
   * transaction is opened.
   */
  default Uni<List<ReceivedEvent>> relevant(List<ReceivedEvent> events) {
    return Uni.createFrom().item(events);
  }

  /** Does what an event that concerns this service asks for. */
  Uni<Void> handle(Tx tx, ReceivedEvent event);

  /** The same for several events in one transaction, in their order. */
  default Uni<Void> handleAll(Tx tx, List<ReceivedEvent> events) {
    return InTurn.each(events, it -> handle(tx, it));
  }

  /** Keeps a message that is no event, so that it is not lost when the loop goes on. */
  Uni<Void> park(Tx tx, UnreadableMessage message);
}
