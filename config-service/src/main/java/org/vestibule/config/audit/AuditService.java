package org.vestibule.config.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.vestibule.config.event.EventScope;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;

/** Remembers who changed what (configuration.md 0.7): ids and names, never secrets or texts. */
@ApplicationScoped
public class AuditService {
  private final AuditRepository records;
  private final IdSource ids;
  private final Clock clock;

  AuditService(AuditRepository records, IdSource ids, Clock clock) {
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes one record in the transaction of the change. */
  public Uni<Void> record(Tx tx, EventScope scope, String operation, String object) {
    return record(tx, scope, operation, object, null);
  }

  /** Writes one record of a change that made a version. */
  public Uni<Void> record(
      Tx tx, EventScope scope, String operation, String object, String version) {
    AuditRecord row = new AuditRecord();
    row.id = ids.uuid();
    row.applicationId = scope.applicationId();
    row.clientId = scope.context().clientId();
    row.operation = operation;
    row.object = object;
    row.version = version;
    row.address = scope.context().origin().ipAddress();
    row.createdAt = clock.instant();
    return records.insert(tx, row);
  }
}
