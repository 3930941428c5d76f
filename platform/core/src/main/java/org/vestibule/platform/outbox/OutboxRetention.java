package org.vestibule.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;

/** Removes events that were published long enough ago, however busy the relay is. */
@ApplicationScoped
public class OutboxRetention implements BackgroundWork {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofSeconds(10));

  private final Pool pool;
  private final OutboxRepository repository = new OutboxRepository();
  private final double seconds;

  /** Takes the pool and how long published events stay. */
  public OutboxRetention(Pool pool, PlatformConfig config) {
    this.pool = pool;
    this.seconds = config.outbox().retention().toSeconds();
  }

  @Override
  public String name() {
    return "outbox-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return repository.deletePublished(pool, seconds);
  }
}
