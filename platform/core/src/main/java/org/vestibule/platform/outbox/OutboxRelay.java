package org.vestibule.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.vestibule.platform.config.PlatformConfig;
import org.vestibule.platform.kafka.EventPublisher;
import org.vestibule.platform.loop.Loop;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.outbox.OutboxRepository.Unpublished;

/**
 * Publishes outbox rows in the order of writing, at least once. One relay per service is active:
 * the holder of an advisory lock of the database session, so another takes over when that session
 * ends.
 */
@Singleton
public class OutboxRelay {
  private final Pool pool;
  private final EventPublisher publisher;
  private final PlatformConfig.Outbox config;
  private final OutboxRepository repository = new OutboxRepository();
  private final AtomicLong published = new AtomicLong();
  private final Loop loop;
  private SqlConnection leader;

  /** Takes the pool, the producer and the relay's settings. */
  public OutboxRelay(
      Pool pool,
      EventPublisher publisher,
      PlatformConfig config,
      Vertx vertx,
      MeterRegistry metrics) {
    this.pool = pool;
    this.publisher = publisher;
    this.config = config.outbox();
    LoopTimes times = LoopTimes.every(this.config.poll()).lingering(this.config.linger());
    this.loop = new Loop("outbox-relay", times, vertx, this::relay);
    metrics.gauge("vestibule.outbox.published", published);
  }

  void onStart(@Observes StartupEvent started) {
    start();
  }

  void onStop(@Observes ShutdownEvent stopped) {
    stop();
  }

  /** Starts to look for unpublished rows. */
  public void start() {
    loop.start();
  }

  /** Ends after the batch at work. */
  public void stop() {
    loop.stop();
  }

  /** Looks for unpublished rows soon; called after a commit that wrote some. */
  public void wake() {
    loop.wake();
  }

  private Uni<Boolean> relay() {
    return leadership()
        .chain(leads -> leads ? publishBatch() : Uni.createFrom().item(false))
        .onFailure()
        .call(this::resign);
  }

  private Uni<Boolean> leadership() {
    return leader != null
        ? Uni.createFrom().item(true)
        : pool.getConnection().chain(this::candidate);
  }

  private Uni<Boolean> candidate(SqlConnection connection) {
    return repository
        .tryLock(connection)
        .onFailure()
        .call(connection::close)
        .call(won -> won ? lead(connection) : connection.close());
  }

  private Uni<Void> lead(SqlConnection connection) {
    leader = connection;
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> resign() {
    SqlConnection lost = leader;
    leader = null;
    // The session must really end: a pooled connection would keep the lock.
    return lost == null
        ? Uni.createFrom().voidItem()
        : lost.query("SELECT pg_advisory_unlock_all()")
            .execute()
            .replaceWithVoid()
            .onFailure()
            .recoverWithNull()
            .eventually(lost::close);
  }

  private Uni<Boolean> publishBatch() {
    return repository
        .unpublished(leader, config.batch())
        .chain(batch -> batch.isEmpty() ? Uni.createFrom().item(false) : publish(batch));
  }

  private Uni<Boolean> publish(List<Unpublished> batch) {
    return publisher
        .sendAll(batch.stream().map(Unpublished::event).toList())
        .chain(() -> repository.delete(leader, batch))
        .invoke(() -> published.addAndGet(batch.size()))
        .replaceWith(batch.size() == config.batch());
  }
}
