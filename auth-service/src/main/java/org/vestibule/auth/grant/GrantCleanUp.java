package org.vestibule.auth.grant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes tokens, codes and grants that nobody needs to know any more, in batches. */
@ApplicationScoped
public class GrantCleanUp {
  private static final int BATCH = 1000;

  private final SqlTransactions transactions;
  private final GrantRepository grants;
  private final Clock clock;
  private final Loop loop;

  GrantCleanUp(
      SqlTransactions transactions,
      GrantRepository grants,
      Clock clock,
      AuthConfig config,
      Vertx vertx) {
    this.transactions = transactions;
    this.grants = grants;
    this.clock = clock;
    LoopTimes times = LoopTimes.every(config.auth().tokens().cleanUp());
    this.loop = new Loop("grant-clean-up", times, vertx, this::removeBatch);
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
        .read(tx -> grants.forget(tx, clock.instant(), BATCH))
        .map(removed -> removed == BATCH);
  }
}
