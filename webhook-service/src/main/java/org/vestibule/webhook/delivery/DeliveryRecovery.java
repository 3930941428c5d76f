package org.vestibule.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;

/** Finds attempts that nobody ended because their replica died, and has them made again. */
@Singleton
public class DeliveryRecovery implements BackgroundWork {
  private static final Logger LOG = Logger.getLogger(DeliveryRecovery.class);
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(1));

  private final Claims claims;
  private final Dispatcher dispatcher;

  DeliveryRecovery(Claims claims, Dispatcher dispatcher) {
    this.claims = claims;
    this.dispatcher = dispatcher;
  }

  @Override
  public String name() {
    return "delivery-recovery";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return claims.recoverLost().invoke(this::report).map(count -> count > 0);
  }

  private void report(int count) {
    if (count > 0) {
      LOG.warnf("%d attempts had no end and are made again", count);
      dispatcher.wake();
    }
  }
}
