package org.vestibule.config.tenant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.config.application.NewApplication;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.event.ConfigEvents;
import org.vestibule.config.event.EventScope;
import org.vestibule.config.flow.PublishedFlow;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells the others about a new application, its hosts and its flow. */
@Singleton
class TenantEvents {
  private final ConfigEvents events;
  private final Outbox outbox;
  private final AuditService audit;

  TenantEvents(ConfigEvents events, Outbox outbox, AuditService audit) {
    this.events = events;
    this.outbox = outbox;
    this.audit = audit;
  }

  Uni<Void> append(Tx tx, NewApplication application, PublishedFlow flow, CallContext context) {
    EventScope scope = new EventScope(application.customer().id(), application.id(), context);
    return InTurn.each(events(scope, application, flow), (Event event) -> outbox.append(tx, event))
        .chain(() -> audit.record(tx, scope, "createTenant", application.id()));
  }

  private List<Event> events(EventScope scope, NewApplication application, PublishedFlow flow) {
    List<Event> all = new ArrayList<>();
    all.add(events.applicationCreated(scope));
    application.domains().forEach(host -> all.add(events.domainChanged(scope, host)));
    all.add(events.flowPublished(scope, flow.name(), flow.version()));
    return all;
  }
}
