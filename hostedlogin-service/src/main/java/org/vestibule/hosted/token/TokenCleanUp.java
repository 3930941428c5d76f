package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.vestibule.hosted.HostedLoginConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes tokens that nobody needs to know any more, in batches. */
@Singleton
class TokenCleanUp implements BackgroundWork {
  private static final int BATCH = 1_000;

  private final TokenRepository tokens;
  private final SqlTransactions transactions;
  private final Clock clock;
  private final Duration remember;
  private final LoopTimes times;

  TokenCleanUp(
      TokenRepository tokens, SqlTransactions transactions, Clock clock, HostedLoginConfig config) {
    this.tokens = tokens;
    this.transactions = transactions;
    this.clock = clock;
    this.remember = config.hostedlogin().tokens().remember();
    this.times = LoopTimes.every(config.hostedlogin().tokens().cleanUp());
  }

  @Override
  public String name() {
    return "token-clean-up";
  }

  @Override
  public LoopTimes times() {
    return times;
  }

  @Override
  public Uni<Boolean> work() {
    return transactions
        .read(tx -> tokens.forget(tx, clock.instant().minus(remember), BATCH))
        .map(removed -> removed == BATCH);
  }
}
