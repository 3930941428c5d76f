package org.vestibule.entity.progress;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Tells in the log and to who asks how far long changes of types are. */
@Singleton
public class ProgressReports implements BackgroundWork {
  private static final Logger LOG = Logger.getLogger(ProgressReports.class);
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(10));

  private final ProgressRepository repository;
  private final SqlTransactions transactions;

  /** Takes the way to what is known. */
  public ProgressReports(ProgressRepository repository, SqlTransactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "progress-reports";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return ongoing()
        .invoke(changes -> changes.forEach(it -> LOG.info(it.text())))
        .replaceWith(false);
  }

  /** What is under way at this moment, in any application. */
  Uni<List<OngoingChange>> ongoing() {
    return transactions.read(repository::ongoing);
  }
}
