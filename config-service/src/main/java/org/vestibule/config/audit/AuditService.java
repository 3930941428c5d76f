package org.vestibule.config.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.config.event.EventScope;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** Remembers who changed what (configuration.md 0.7): ids and names, never secrets or texts. */
@Singleton
public class AuditService {
  private final SessionTransactions transactions;
  private final AuditRepository records;
  private final IdSource ids;
  private final Clock clock;

  AuditService(
      SessionTransactions transactions, AuditRepository records, IdSource ids, Clock clock) {
    this.transactions = transactions;
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /** Records of an application, newest first, behind the one that is named. */
  public Uni<List<AuditView>> page(String applicationId, Optional<UUID> before, int limit) {
    return transactions
        .read(
            tx ->
                before
                    .map(id -> records.before(tx, applicationId, id, limit))
                    .orElseGet(() -> records.newest(tx, applicationId, limit)))
        .map(rows -> rows.stream().map(AuditRecord::view).toList());
  }

  /** Writes one record in the transaction of the change. */
  public Uni<Void> record(Tx tx, EventScope scope, String operation, String object) {
    return record(tx, scope, AuditEntry.of(operation, object));
  }

  /** Writes one record in the transaction of the change. */
  public Uni<Void> record(Tx tx, EventScope scope, AuditEntry entry) {
    AuditRecord row = new AuditRecord();
    row.id = ids.uuid();
    row.applicationId = scope.applicationId();
    row.clientId = scope.context().clientId();
    row.operation = entry.operation();
    row.object = entry.object();
    row.oldVersion = entry.oldVersion();
    row.version = entry.version();
    row.changed = entry.changed().toArray(String[]::new);
    row.address = scope.context().origin().ipAddress();
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return records.insert(tx, row);
  }
}
