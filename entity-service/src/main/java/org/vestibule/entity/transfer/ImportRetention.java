package org.vestibule.entity.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Forgets imports that nobody has asked for in a month. */
@Singleton
public class ImportRetention implements BackgroundWork {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofHours(1));
  private static final int BATCH = 10;

  private final SqlTransactions transactions;
  private final ImportRunRepository runs;

  /** Takes the remembered imports. */
  public ImportRetention(SqlTransactions transactions, ImportRunRepository runs) {
    this.transactions = transactions;
    this.runs = runs;
  }

  @Override
  public String name() {
    return "import-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return transactions.run(runs::deleteOld).map(removed -> removed == BATCH);
  }
}
