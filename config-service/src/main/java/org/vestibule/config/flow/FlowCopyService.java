package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.config.client.Caller;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.config.wire.JsonBody;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes flows out of flows: in the same application, in another one, from an old version. */
@Singleton
class FlowCopyService {
  private final SessionTransactions transactions;
  private final FlowService flows;
  private final FlowChangeService changes;
  private final FlowWriter writer;
  private final FlowSchemas schemas;

  FlowCopyService(
      SessionTransactions transactions,
      FlowService flows,
      FlowChangeService changes,
      FlowWriter writer,
      FlowSchemas schemas) {
    this.transactions = transactions;
    this.flows = flows;
    this.changes = changes;
    this.writer = writer;
    this.schemas = schemas;
  }

  /** A new flow with the newest content of another; its history begins with the copy. */
  Uni<FlowHead> copy(Caller caller, FlowCall call) {
    return flows
        .require(caller.applicationId(), call.flow())
        .chain(source -> copy(caller, call, source, newName(call)));
  }

  private static String newName(FlowCall call) {
    return Members.name(JsonBody.of(call.request()), "Flow");
  }

  private Uni<FlowHead> copy(Caller caller, FlowCall call, FlowHead source, String name) {
    return transactions.run(
        tx ->
            writer.create(
                tx, caller, call.operation(), name, source.document(), VersionNote.CREATED));
  }

  /** The newest content under the same name in the target's application. */
  Uni<FlowHead> promote(Caller target, FlowCall call, FlowHead source) {
    String note = VersionNote.promoted(source.applicationId());
    return schemas
        .of(target.applicationId(), source.document())
        .invoke(it -> it.requireAll(source.document()))
        .chain(
            () ->
                transactions.run(
                    tx ->
                        changes
                            .find(tx, target.applicationId(), source.name())
                            .chain(it -> put(tx, target, call, it, source.document(), note))));
  }

  private Uni<FlowHead> put(
      Tx tx,
      Caller target,
      FlowCall call,
      Optional<Locked> there,
      FlowDocument document,
      String note) {
    String operation = call.operation();
    return there
        .map(
            it -> writer.append(tx, target, operation, it, new Edited(document, note, call.flow())))
        .orElseGet(() -> writer.create(tx, target, operation, call.flow(), document, note));
  }

  /** A new version with the content of an old one. */
  Uni<FlowHead> restore(Caller caller, FlowCall call, String version) {
    // The newest version may be another one by the time of the lock, and must not be undone then.
    return VersionId.HEAD.equals(version)
        ? flows.requireVersion(caller.applicationId(), call.flow(), version)
        : restoreNumbered(caller, call, version);
  }

  private Uni<FlowHead> restoreNumbered(Caller caller, FlowCall call, String version) {
    return flows
        .requireVersion(caller.applicationId(), call.flow(), version)
        .map(old -> new Edited(old.document(), VersionNote.restored(old.version()), call.flow()))
        .chain(edited -> changes.change(caller, call, head -> edited))
        .map(Changed::head);
  }
}
