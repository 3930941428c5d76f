package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.platform.offload.Offload;
import org.vestibule.platform.sql.Tx;

/** Gets versions of flows from memory or from their rows. */
@Singleton
class FlowDocuments {
  /** Reading a larger text would hold up the event loop. */
  private static final int QUICK = 256 * 1_024;

  private final FlowRepository flows;
  private final DocumentCache cache;
  private final Offload offload;

  FlowDocuments(FlowRepository flows, DocumentCache cache, Offload offload) {
    this.flows = flows;
    this.cache = cache;
    this.offload = offload;
  }

  /** The newest version. */
  Uni<FlowHead> head(Tx tx, Flow flow) {
    FlowVersionId id = new FlowVersionId(flow.applicationId, flow.name, flow.head);
    return load(tx, id, flow.headNumber, cache::putNewest);
  }

  /** An older version. */
  Uni<FlowHead> version(Tx tx, FlowVersion row) {
    FlowVersionId id = new FlowVersionId(row.applicationId, row.flow, row.version);
    return load(tx, id, row.number, cache::put);
  }

  /** Remembers a version once it is committed. */
  void remember(Tx tx, FlowHead head) {
    FlowVersionId id = new FlowVersionId(head.applicationId(), head.name(), head.version());
    tx.afterCommit(() -> cache.putNewest(id, head.document()));
  }

  private Uni<FlowHead> load(
      Tx tx, FlowVersionId id, int number, BiConsumer<FlowVersionId, FlowDocument> remember) {
    return cache
        .find(id)
        .map(it -> Uni.createFrom().item(it))
        .orElseGet(() -> read(tx, id, number).invoke(it -> remember.accept(id, it)))
        .map(it -> new FlowHead(id.applicationId(), id.flow(), id.version(), it));
  }

  private Uni<FlowDocument> read(Tx tx, FlowVersionId id, int number) {
    return flows.parts(tx, id.applicationId(), id.flow(), number).chain(this::parse);
  }

  private Uni<FlowDocument> parse(String stored) {
    return stored.length() < QUICK
        ? Uni.createFrom().item(FlowDocument.read(stored))
        : offload.io(() -> FlowDocument.read(stored));
  }
}
