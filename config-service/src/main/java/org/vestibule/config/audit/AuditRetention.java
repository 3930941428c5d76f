package org.vestibule.config.audit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vestibule.config.ConfigServiceConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Forgets who changed what after the time for which the operator keeps it. */
@Singleton
public class AuditRetention implements BackgroundWork {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(10));
  private static final int BATCH = 1_000;

  private final SqlTransactions transactions;
  private final AuditRepository records;
  private final Duration retention;
  private final Clock clock;

  AuditRetention(
      SqlTransactions transactions,
      AuditRepository records,
      ConfigServiceConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.records = records;
    this.retention = config.audit().retention();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    Instant oldest = clock.instant().minus(retention);
    return transactions
        .run(tx -> records.deleteOld(tx, oldest, BATCH))
        .map(removed -> removed == BATCH);
  }
}
