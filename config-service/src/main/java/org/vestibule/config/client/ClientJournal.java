package org.vestibule.config.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.config.audit.AuditEntry;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.event.ConfigEvents;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells the others of a changed client and remembers who changed it, in the same transaction. */
@Singleton
class ClientJournal {
  private final ConfigEvents events;
  private final Outbox outbox;
  private final AuditService audit;

  ClientJournal(ConfigEvents events, Outbox outbox, AuditService audit) {
    this.events = events;
    this.outbox = outbox;
    this.audit = audit;
  }

  Uni<Void> created(Tx tx, Caller caller, ApiClient client) {
    return record(tx, caller, client.id, AuditEntry.of("createClient", client.id).from(0).to(1));
  }

  Uni<Void> deleted(Tx tx, Caller caller, ApiClient client) {
    return record(
        tx, caller, client.id, AuditEntry.of("deleteClient", client.id).from(client.revision));
  }

  /** Counts the change. */
  Uni<Void> changed(
      Tx tx, Caller caller, ApiClient client, String operation, List<String> members) {
    long before = client.revision++;
    AuditEntry entry =
        AuditEntry.of(operation, client.id).from(before).to(client.revision).naming(members);
    return record(tx, caller, client.id, entry);
  }

  private Uni<Void> record(Tx tx, Caller caller, String clientId, AuditEntry entry) {
    return outbox
        .append(tx, events.clientChanged(caller.scope(), clientId))
        .chain(() -> audit.record(tx, caller.scope(), entry));
  }
}
