package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vestibule.config.audit.AuditEntry;
import org.vestibule.config.audit.AuditService;
import org.vestibule.config.client.Caller;
import org.vestibule.config.event.ConfigEvents;
import org.vestibule.config.flow.document.DocumentLimits;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.PartChanges;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Stores versions: the changed parts, the event, the audit record, in one transaction. */
@Singleton
class FlowWriter {
  private static final int MOST_FLOWS = 100;

  private final FlowRepository flows;
  private final FlowDocuments documents;
  private final ConfigEvents events;
  private final Outbox outbox;
  private final AuditService audit;
  private final Clock clock;

  FlowWriter(
      FlowRepository flows,
      FlowDocuments documents,
      ConfigEvents events,
      Outbox outbox,
      AuditService audit,
      Clock clock) {
    this.flows = flows;
    this.documents = documents;
    this.events = events;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The next version of a flow whose row is locked; the same one where nothing changed. */
  Uni<FlowHead> append(Tx tx, Caller caller, String operation, Locked locked, Edited edited) {
    PartChanges changes = edited.document().since(locked.head().document());
    return changes.isEmpty()
        ? Uni.createFrom().item(locked.head())
        : store(tx, caller, operation, next(locked, edited.note()), edited.document(), changes);
  }

  /** A new flow of the caller's application. */
  Uni<FlowHead> create(
      Tx tx, Caller caller, String operation, String name, FlowDocument document, String note) {
    Instant now = clock.instant();
    NewVersion first =
        NewVersion.first(caller.applicationId(), name, VersionId.first(now), note, now);
    return flows
        .lockApplication(tx, caller.applicationId())
        .chain(() -> flows.names(tx, caller.applicationId()))
        .invoke(names -> requireRoom(names, name))
        .chain(() -> flows.insert(tx, first))
        .chain(
            () ->
                store(tx, caller, operation, first, document, document.since(FlowDocument.EMPTY)));
  }

  private static void requireRoom(List<String> names, String name) {
    if (names.contains(name)) {
      throw FlowError.EXISTS.exception("Flow", name);
    }
    if (names.size() >= MOST_FLOWS) {
      throw FlowError.TOO_MANY.exception("flows", MOST_FLOWS);
    }
  }

  private NewVersion next(Locked locked, String note) {
    Instant now = clock.instant();
    FlowHead head = locked.head();
    String id = VersionId.after(head.version(), now);
    return new NewVersion(
        head.applicationId(), head.name(), head.version(), id, locked.number() + 1, note, now);
  }

  private Uni<FlowHead> store(
      Tx tx,
      Caller caller,
      String operation,
      NewVersion version,
      FlowDocument document,
      PartChanges changes) {
    changes.requireStorable();
    DocumentLimits.check(document);
    FlowHead head =
        new FlowHead(version.applicationId(), version.flow(), version.version(), document);
    return flows
        .append(tx, version, changes.json())
        .call(
            () ->
                outbox.append(
                    tx, events.flowPublished(caller.scope(), head.name(), head.version())))
        .call(() -> audit.record(tx, caller.scope(), entry(operation, version)))
        .invoke(() -> documents.remember(tx, head))
        .replaceWith(head);
  }

  private static AuditEntry entry(String operation, NewVersion version) {
    return AuditEntry.of(operation, version.flow() + ": " + version.change())
        .from(version.before())
        .to(version.version());
  }
}
