package org.vestibule.auth.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes tokens, codes and grants that nobody needs to know any more, in batches. */
@Singleton
public class GrantCleanUp implements BackgroundWork {
  private static final int BATCH = 1000;

  private final SqlTransactions transactions;
  private final GrantRepository grants;
  private final Clock clock;
  private final LoopTimes times;

  GrantCleanUp(
      SqlTransactions transactions, GrantRepository grants, Clock clock, AuthConfig config) {
    this.transactions = transactions;
    this.grants = grants;
    this.clock = clock;
    this.times = LoopTimes.every(config.auth().tokens().cleanUp());
  }

  @Override
  public String name() {
    return "grant-clean-up";
  }

  @Override
  public LoopTimes times() {
    return times;
  }

  @Override
  public Uni<Boolean> work() {
    return transactions
        .read(tx -> grants.forget(tx, clock.instant(), BATCH))
        .map(removed -> removed == BATCH);
  }
}
