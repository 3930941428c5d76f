package org.vestibule.config.administration;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.vestibule.config.audit.AuditEntry;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.client.Caller;
import org.vestibule.config.event.ConfigEvents;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Tells the others of changed settings and remembers who changed them: names, never values. */
@Singleton
class SettingJournal {
  private static final int MOST_NAMES = 100;

  private final ConfigEvents events;
  private final Outbox outbox;
  private final AuditService audit;

  SettingJournal(ConfigEvents events, Outbox outbox, AuditService audit) {
    this.events = events;
    this.outbox = outbox;
    this.audit = audit;
  }

  Uni<Void> changed(
      Tx tx, Caller caller, SettingScope scope, String operation, List<String> names, long before) {
    String object = scope.isClient() ? "clients/" + scope.clientId() + "/settings" : "settings";
    AuditEntry entry =
        AuditEntry.of(operation, object)
            .from(before)
            .to(before + 1)
            .naming(names.subList(0, Math.min(MOST_NAMES, names.size())));
    return outbox
        .append(tx, events.settingsChanged(caller.scope(), scope.clientId()))
        .chain(() -> audit.record(tx, caller.scope(), entry));
  }
}
