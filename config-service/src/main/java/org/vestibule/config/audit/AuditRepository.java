package org.vestibule.config.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class AuditRepository {

  Uni<Void> insert(Tx tx, AuditRecord row) {
    return tx.session().persist(row).call(tx.session()::flush);
  }
}
