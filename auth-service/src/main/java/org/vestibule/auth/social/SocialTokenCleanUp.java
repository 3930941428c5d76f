package org.vestibule.auth.social;

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

/** Removes social tokens that nobody used, in batches. */
@ApplicationScoped
public class SocialTokenCleanUp {
  private static final int BATCH = 1000;

  private final SqlTransactions transactions;
  private final SocialTokenRepository repository;
  private final Clock clock;
  private final Loop loop;

  SocialTokenCleanUp(
      SqlTransactions transactions,
      SocialTokenRepository repository,
      Clock clock,
      AuthConfig config,
      Vertx vertx) {
    this.transactions = transactions;
    this.repository = repository;
    this.clock = clock;
    LoopTimes times = LoopTimes.every(config.auth().tokens().cleanUp());
    this.loop = new Loop("social-token-clean-up", times, vertx, this::removeBatch);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopped) {
    loop.stop();
  }

  /** Whether there is more to remove; a token that a call holds may have ended meanwhile. */
  Uni<Boolean> removeBatch() {
    return transactions
        .read(
            tx ->
                repository.deleteExpired(
                    tx, clock.instant().minus(SocialTokenService.LEASE), BATCH))
        .map(removed -> removed == BATCH);
  }
}
