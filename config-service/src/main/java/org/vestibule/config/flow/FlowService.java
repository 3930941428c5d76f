package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Flows: chains of immutable whole-document versions. */
@ApplicationScoped
public class FlowService {
  private static final String CREATED = "Created.";

  private final SessionTransactions transactions;
  private final FlowRepository flows;
  private final StandardFlow standard;
  private final Clock clock;

  FlowService(
      SessionTransactions transactions, FlowRepository flows, StandardFlow standard, Clock clock) {
    this.transactions = transactions;
    this.flows = flows;
    this.standard = standard;
    this.clock = clock;
  }

  /** Gives a new application the flow {@code standard}. */
  public Uni<PublishedFlow> insertStandard(Tx tx, String applicationId) {
    Instant now = clock.instant();
    Flow flow = Flow.of(applicationId, StandardFlow.NAME, VersionId.first(now), now);
    String document = Json.write(standard.document(flow.head));
    return flows
        .insert(tx, flow, FlowVersion.of(flow, CREATED, document))
        .replaceWith(published(flow));
  }

  /** The flow {@code standard} of an application as it is now. */
  public Uni<Optional<PublishedFlow>> findStandard(Tx tx, String applicationId) {
    return flows
        .find(tx, applicationId, StandardFlow.NAME)
        .map(it -> it.map(FlowService::published));
  }

  /** A version of a flow by id or {@code HEAD}, or empty. */
  public Uni<Optional<FlowVersionView>> find(String applicationId, String name, String version) {
    return transactions.read(
        tx ->
            VersionId.HEAD.equals(version)
                ? head(tx, applicationId, name)
                : version(tx, applicationId, name, version));
  }

  private Uni<Optional<FlowVersionView>> head(Tx tx, String applicationId, String name) {
    return flows
        .find(tx, applicationId, name)
        .chain(
            it ->
                it.isPresent()
                    ? version(tx, applicationId, name, it.get().head)
                    : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<FlowVersionView>> version(
      Tx tx, String applicationId, String name, String version) {
    return flows.findVersion(tx, applicationId, name, version).map(it -> it.map(FlowService::view));
  }

  private static FlowVersionView view(FlowVersion row) {
    return new FlowVersionView(row.flow, row.version, Json.parse(row.document));
  }

  private static PublishedFlow published(Flow flow) {
    return new PublishedFlow(flow.name, flow.head, StandardFlow.LOCALE);
  }
}
