package org.vestibule.auth.attempt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes counters that no longer limit anything, in batches, so that the tables stay small. */
@ApplicationScoped
public class AttemptCleanUp {
  private static final int BATCH = 5000;

  private final SqlTransactions transactions;
  private final AttemptRepository subjects;
  private final RateRepository rates;
  private final Loop loop;

  AttemptCleanUp(
      SqlTransactions transactions,
      AttemptRepository subjects,
      RateRepository rates,
      AuthConfig config,
      Vertx vertx) {
    this.transactions = transactions;
    this.subjects = subjects;
    this.rates = rates;
    LoopTimes times = LoopTimes.every(config.auth().attempts().cleanUp());
    this.loop = new Loop("attempt-clean-up", times, vertx, this::removeBatch);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    loop.stop();
  }

  /** Whether there is more to remove. */
  Uni<Boolean> removeBatch() {
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
