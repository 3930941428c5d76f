package org.vestibule.entity.transfer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Forgets imports that nobody has asked for in a month. */
@ApplicationScoped
public class ImportRetention {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofHours(1));
  private static final int BATCH = 10;

  private final Loop loop;

  /** Takes the remembered imports. */
  public ImportRetention(Vertx vertx, SqlTransactions transactions, ImportRunRepository runs) {
    this.loop =
        new Loop(
            "import-retention",
            TIMES,
            vertx,
            () -> transactions.run(runs::deleteOld).map(count -> count == BATCH));
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }
}
