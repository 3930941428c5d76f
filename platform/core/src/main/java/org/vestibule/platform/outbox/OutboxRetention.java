package org.vestibule.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;

/** Removes events that were published long enough ago, however busy the relay is. */
@ApplicationScoped
public class OutboxRetention {

  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(10));

  private final Loop loop;

  /** Takes the pool and how long published events stay. */
  public OutboxRetention(Pool pool, PlatformConfig config, Vertx vertx) {
    OutboxRepository repository = new OutboxRepository();
    double seconds = config.outbox().retention().toSeconds();
    this.loop =
        new Loop("outbox-retention", TIMES, vertx, () -> repository.deletePublished(pool, seconds));
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  void start() {
    loop.start();
  }

  void stop() {
    loop.stop();
  }
}
