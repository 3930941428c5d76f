package org.vestibule.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;

/** Finds attempts that nobody ended because their replica died, and has them made again. */
@ApplicationScoped
public class DeliveryRecovery {
  private static final Logger LOG = Logger.getLogger(DeliveryRecovery.class);
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(1));

  private final Claims claims;
  private final Dispatcher dispatcher;
  private final Loop loop;

  DeliveryRecovery(Claims claims, Dispatcher dispatcher, Vertx vertx) {
    this.claims = claims;
    this.dispatcher = dispatcher;
    this.loop = new Loop("delivery-recovery", TIMES, vertx, this::recover);
  }

  void onStart(@Observes StartupEvent event) {
    loop.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** True when something was found: there may be more. */
  Uni<Boolean> recover() {
    return claims.recoverLost().invoke(this::report).map(count -> count > 0);
  }

  private void report(int count) {
    if (count > 0) {
      LOG.warnf("%d attempts had no end and are made again", count);
      dispatcher.wake();
    }
  }
}
