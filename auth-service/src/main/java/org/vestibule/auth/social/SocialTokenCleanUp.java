package org.vestibule.auth.social;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vestibule.auth.AuthConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes social tokens that nobody used, in batches. */
@Singleton
public class SocialTokenCleanUp implements BackgroundWork {
  private static final int BATCH = 1000;

  private final SqlTransactions transactions;
  private final SocialTokenRepository repository;
  private final Clock clock;
  private final LoopTimes times;

  SocialTokenCleanUp(
      SqlTransactions transactions,
      SocialTokenRepository repository,
      Clock clock,
      AuthConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.clock = clock;
    this.times = LoopTimes.every(config.auth().tokens().cleanUp());
  }

  @Override
  public String name() {
    return "social-token-clean-up";
  }

  @Override
  public LoopTimes times() {
    return times;
  }

  /** Those that a call still holds may have ended meanwhile, so they stay for its lease. */
  @Override
  public Uni<Boolean> work() {
    return transactions
        .read(
            tx ->
                repository.deleteExpired(
                    tx, clock.instant().minus(SocialTokenService.LEASE), BATCH))
        .map(removed -> removed == BATCH);
  }
}
