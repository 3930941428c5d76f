package org.vestibule.entity.progress;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Tells in the log and to who asks how far long changes of types are. */
@ApplicationScoped
public class ProgressReports {
  private static final Logger LOG = Logger.getLogger(ProgressReports.class);
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(10));

  private final ProgressRepository repository;
  private final SqlTransactions transactions;
  private final Loop loop;

  /** Takes the way to what is known. */
  public ProgressReports(ProgressRepository repository, SqlTransactions transactions, Vertx vertx) {
    this.repository = repository;
    this.transactions = transactions;
    this.loop = new Loop("progress-reports", TIMES, vertx, this::report);
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** What is under way at this moment, in any application. */
  Uni<List<OngoingChange>> ongoing() {
    return transactions.read(repository::ongoing);
  }

  private Uni<Boolean> report() {
    return ongoing()
        .invoke(changes -> changes.forEach(it -> LOG.info(it.text())))
        .replaceWith(false);
  }
}
