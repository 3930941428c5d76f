package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells what happens to codes, never what they are or where they went. */
@Singleton
class CodeEvents {
  private final EventFactory events;
  private final Outbox outbox;

  CodeEvents(EventFactory events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  Uni<Void> sent(Tx tx, FactorPerson person, Channel channel) {
    return outbox.append(tx, event("factor-sent", person, by(channel)));
  }

  Uni<Void> verified(Tx tx, FactorPerson person, Channel channel) {
    return outbox.append(tx, event("factor-verified", person, by(channel)));
  }

  Uni<Void> failed(Tx tx, FactorPerson person, String reason) {
    return outbox.append(tx, event("factor-failed", person, Map.of("reason", reason)));
  }

  private Event event(String type, FactorPerson person, Map<String, String> details) {
    return events.ofAccess(type, person.record(), details, person.context());
  }

  private static Map<String, String> by(Channel channel) {
    return Map.of("channel", channel.wireName());
  }
}
