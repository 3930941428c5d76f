package org.vestibule.entity.type;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells everyone who remembers schemas that one has changed. */
@Singleton
public class SchemaChanges {
  private final EventFactory events;
  private final Outbox outbox;

  /** Takes the form of events and the outbox. */
  public SchemaChanges(EventFactory events, Outbox outbox) {
    this.events = events;
    this.outbox = outbox;
  }

  Uni<Void> announce(Tx tx, EntityType type, CallContext call) {
    return announce(tx, type.customerId(), type.applicationId(), type.name(), call);
  }

  Uni<Void> announce(Tx tx, UUID customerId, String applicationId, String type, CallContext call) {
    EventFactory.Subject subject =
        new EventFactory.Subject(type, Json.object().put("entityType", type));
    Event event =
        events.ofApplication(
            "schema-events", "schema-changed", customerId, applicationId, subject, call);
    return outbox.append(tx, event);
  }
}
