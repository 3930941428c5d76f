package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.config.client.Caller;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Changes flows, one change of a flow after the other. */
@Singleton
public class FlowChangeService {
  private final SessionTransactions transactions;
  private final FlowRepository flows;
  private final FlowDocuments documents;
  private final FlowWriter writer;

  FlowChangeService(
      SessionTransactions transactions,
      FlowRepository flows,
      FlowDocuments documents,
      FlowWriter writer) {
    this.transactions = transactions;
    this.flows = flows;
    this.documents = documents;
    this.writer = writer;
  }

  /** Applies a change to the newest version; a change that changes nothing makes no version. */
  public Uni<Changed> change(Caller caller, FlowCall call, FlowEdit edit) {
    return transactions.run(
        tx ->
            lock(tx, caller.applicationId(), call.flow())
                .chain(locked -> change(tx, caller, call, locked, edit)));
  }

  /** The newest version under the lock that keeps others from changing the flow. */
  Uni<Locked> lock(Tx tx, String applicationId, String name) {
    return find(tx, applicationId, name)
        .map(it -> it.orElseThrow(FlowError.FLOW_NOT_FOUND::exception));
  }

  /** The same for a flow that may be missing. */
  Uni<Optional<Locked>> find(Tx tx, String applicationId, String name) {
    return flows
        .lock(tx, applicationId, name)
        .chain(
            flow ->
                flow.map(it -> locked(tx, it))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<Locked>> locked(Tx tx, Flow flow) {
    return documents.head(tx, flow).map(it -> Optional.of(new Locked(it, flow.headNumber)));
  }

  private Uni<Changed> change(Tx tx, Caller caller, FlowCall call, Locked locked, FlowEdit edit) {
    Edited edited = edit.apply(locked.head());
    return writer
        .append(tx, caller, call.operation(), locked, edited)
        .map(head -> new Changed(head, edited.object()));
  }
}
