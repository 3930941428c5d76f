package org.vestibule.auth.attempt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes counters that no longer limit anything, in batches, so that the tables stay small. */
@Singleton
public class AttemptCleanUp implements BackgroundWork {
  private static final int BATCH = 5000;

  private final SqlTransactions transactions;
  private final AttemptRepository subjects;
  private final RateRepository rates;
  private final LoopTimes times;

  AttemptCleanUp(
      SqlTransactions transactions,
      AttemptRepository subjects,
      RateRepository rates,
      AuthConfig config) {
    this.transactions = transactions;
    this.subjects = subjects;
    this.rates = rates;
    this.times = LoopTimes.every(config.auth().attempts().cleanUp());
  }

  @Override
  public String name() {
    return "attempt-clean-up";
  }

  @Override
  public LoopTimes times() {
    return times;
  }

  @Override
  public Uni<Boolean> work() {
    return transactions
        .read(tx -> subjects.deleteExpired(tx, BATCH))
        .chain(first -> rates(first == BATCH));
  }

  private Uni<Boolean> rates(boolean more) {
    return transactions
        .read(tx -> rates.deleteExpired(tx, BATCH))
        .map(removed -> more || removed == BATCH);
  }
}
