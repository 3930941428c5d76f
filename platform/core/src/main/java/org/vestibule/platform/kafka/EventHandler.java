package org.vestibule.platform.kafka;

import io.smallrye.mutiny.Uni;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.sql.Tx;

/** The effect of events in one service, in the transaction that also holds the inbox row. */
public interface EventHandler {
  /** Whether the event may have an effect here; for others no transaction is opened. */
  default boolean concerns(ReceivedEvent event) {
    return true;
  }

  /** Does what an event that concerns this service asks for. */
  Uni<Void> handle(Tx tx, ReceivedEvent event);

  /** Keeps a message that is no event, so that it is not lost when the loop goes on. */
  Uni<Void> park(Tx tx, UnreadableMessage message);
}
