package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class FlowRepository {

  Uni<Void> insert(Tx tx, Flow flow, FlowVersion version) {
    return tx.session().persistAll(flow, version).call(tx.session()::flush);
  }

  Uni<Optional<Flow>> find(Tx tx, String applicationId, String name) {
    return tx.session().find(Flow.class, new FlowId(applicationId, name)).map(Optional::ofNullable);
  }

  Uni<Optional<FlowVersion>> findVersion(Tx tx, String applicationId, String name, String version) {
    return tx.session()
        .find(FlowVersion.class, new FlowVersionId(applicationId, name, version))
        .map(Optional::ofNullable);
  }
}
