package org.vestibule.hosted.policy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.platform.sql.Tx;

@Singleton
class PolicyRepository {

  Uni<Void> insert(Tx tx, Object... policies) {
    return tx.session().persistAll(policies).call(tx.session()::flush);
  }
}
