package org.vestibule.hosted.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.vestibule.hosted.HostedLoginConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Removes tokens that nobody needs to know any more, in batches. */
@ApplicationScoped
class TokenCleanUp {
  private static final int BATCH = 1_000;

  private final TokenRepository tokens;
  private final SqlTransactions transactions;
  private final Clock clock;
  private final Duration remember;
  private final Loop loop;

  TokenCleanUp(
      TokenRepository tokens,
      SqlTransactions transactions,
      Clock clock,
      HostedLoginConfig config,
      Vertx vertx) {
    this.tokens = tokens;
    this.transactions = transactions;
    this.clock = clock;
    this.remember = config.hostedlogin().tokens().remember();
    LoopTimes times = LoopTimes.every(config.hostedlogin().tokens().cleanUp());
    this.loop = new Loop("token-clean-up", times, vertx, this::removeBatch);
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
        .read(tx -> tokens.forget(tx, clock.instant().minus(remember), BATCH))
        .map(removed -> removed == BATCH);
  }
}
