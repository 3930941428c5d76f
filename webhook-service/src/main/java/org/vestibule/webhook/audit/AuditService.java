package org.vestibule.webhook.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.vestibule.platform.id.IdSource;
import org.vestibule.platform.sql.Tx;
import org.vestibule.webhook.administration.Administrator;

/** Remembers who changed what (webhooks.md 5.2): ids, never endpoints or filters. */
@Singleton
public class AuditService {
  private static final String CONFIG_CHANGE = "config_change";

  private final AuditRepository records;
  private final IdSource ids;
  private final Clock clock;

  AuditService(AuditRepository records, IdSource ids, Clock clock) {
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes one record in the transaction of the change. */
  public Uni<Void> record(Tx tx, Administrator by, String operation, UUID object) {
    return records.insert(tx, ids.uuid(), by, CONFIG_CHANGE, operation, object, clock.instant());
  }
}
