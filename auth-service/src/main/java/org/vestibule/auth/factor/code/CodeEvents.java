package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells what happens to codes, never what they are or where they went. */
@ApplicationScoped
class CodeEvents {
  private final EventFactory events;
  private final Outbox outbox;

  CodeEvents(EventFactory events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  Uni<Void> sent(Tx tx, FactorPerson person, Channel channel) {
    return outbox.append(tx, with(channel, event("factor-sent", person, null)));
  }

  Uni<Void> verified(Tx tx, FactorPerson person, Channel channel) {
    return outbox.append(tx, with(channel, event("factor-verified", person, null)));
  }

  Uni<Void> failed(Tx tx, FactorPerson person, String reason) {
    return outbox.append(tx, event("factor-failed", person, reason));
  }

  private Event event(String type, FactorPerson person, String reason) {
    return events.ofAccess(type, person.record(), reason, person.context());
  }

  private static Event with(Channel channel, Event event) {
    event.data().put("channel", channel.wireName());
    return event;
  }
}
