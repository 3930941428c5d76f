package org.vestibule.entity.signin;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Forgets the keys of registrations after a day. */
@ApplicationScoped
public class RegistrationRetention {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(10));
  private static final int BATCH = 1_000;

  private final Loop loop;

  /** Takes the remembered registrations. */
  public RegistrationRetention(
      Vertx vertx, SqlTransactions transactions, RegistrationRepository registrations) {
    this.loop =
        new Loop(
            "registration-retention",
            TIMES,
            vertx,
            () -> transactions.run(registrations::deleteOld).map(count -> count == BATCH));
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }
}
