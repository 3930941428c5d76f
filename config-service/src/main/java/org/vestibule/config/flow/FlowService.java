package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.shipped.ShippedFlows;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Reads flows and their versions, and gives new applications theirs. */
@Singleton
public class FlowService {
  private final SessionTransactions transactions;
  private final FlowRepository flows;
  private final FlowDocuments documents;
  private final ShippedFlows shipped;
  private final Clock clock;

  FlowService(
      SessionTransactions transactions,
      FlowRepository flows,
      FlowDocuments documents,
      ShippedFlows shipped,
      Clock clock) {
    this.transactions = transactions;
    this.flows = flows;
    this.documents = documents;
    this.shipped = shipped;
    this.clock = clock;
  }

  /** Gives a new application the flows that come with the product; answers {@code standard}. */
  public Uni<PublishedFlow> insertShipped(Tx tx, String applicationId) {
    Instant now = clock.instant();
    String version = VersionId.first(now);
    return InTurn.each(
            shipped.names(),
            (String name) ->
                insert(
                    tx,
                    NewVersion.first(applicationId, name, version, VersionNote.CREATED, now),
                    shipped.document(name)))
        .replaceWith(published(version));
  }

  private Uni<Void> insert(Tx tx, NewVersion first, FlowDocument document) {
    String parts = document.since(FlowDocument.EMPTY).json();
    return flows.insert(tx, first).chain(() -> flows.append(tx, first, parts));
  }

  /** The flow {@code standard} of an application as it is now. */
  public Uni<Optional<PublishedFlow>> findStandard(Tx tx, String applicationId) {
    return flows
        .find(tx, applicationId, ShippedFlows.STANDARD)
        .map(it -> it.map(flow -> published(flow.head)));
  }

  /** A version of a flow by id or {@code HEAD}, or empty. */
  public Uni<Optional<FlowHead>> findHead(String applicationId, String name, String version) {
    return find(StoredName.of(applicationId), StoredName.of(name), StoredName.of(version));
  }

  private Uni<Optional<FlowHead>> find(String applicationId, String name, String version) {
    return transactions.read(
        tx ->
            VersionId.HEAD.equals(version)
                ? loaded(flows.find(tx, applicationId, name), it -> documents.head(tx, it))
                : loaded(
                    flows.findVersion(tx, applicationId, name, version),
                    it -> documents.version(tx, it)));
  }

  /** The newest version of a flow, or the refusal. */
  public Uni<FlowHead> require(String applicationId, String name) {
    return findHead(applicationId, name, VersionId.HEAD)
        .map(it -> it.orElseThrow(FlowError.FLOW_NOT_FOUND::exception));
  }

  /** A version of a flow that exists, or the refusal. */
  Uni<FlowHead> requireVersion(String applicationId, String name, String version) {
    return findHead(applicationId, name, version)
        .map(it -> it.orElseThrow(FlowError.VERSION_NOT_FOUND::exception));
  }

  /** The names of all flows, oldest first. */
  Uni<List<String>> names(String applicationId) {
    return transactions.read(tx -> flows.names(tx, applicationId));
  }

  /** All versions of a flow, newest first. */
  Uni<List<FlowVersion>> versions(String applicationId, String name) {
    return transactions.read(tx -> flows.versions(tx, applicationId, name));
  }

  private static <R> Uni<Optional<FlowHead>> loaded(
      Uni<Optional<R>> row, Function<R, Uni<FlowHead>> load) {
    return row.chain(
        it ->
            it.map(found -> load.apply(found).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private static PublishedFlow published(String version) {
    return new PublishedFlow(ShippedFlows.STANDARD, version, ShippedFlows.LOCALE);
  }
}
