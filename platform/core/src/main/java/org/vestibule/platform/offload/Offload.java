package org.vestibule.platform.offload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.vestibule.platform.config.PlatformConfig;

/**
 * Takes work off the event loop into one of two bounded pools and comes back to the caller's
 * context; when a pool is full the Uni fails with {@link BusyException}.
 */
@Singleton
public class Offload {

  private static final Duration HASH_GUESS = Duration.ofMillis(40);
  private static final int MOST_WAITING_HASHES = 10_000;
  private static final QueueLimit IO_LIMIT =
      new QueueLimit(Duration.ofSeconds(30), Duration.ofMillis(5), 2_000);

  private final WorkerPool hash;
  private final WorkerPool io;

  @Inject
  public Offload(MeterRegistry metrics, PlatformConfig config) {
    this(metrics, settings(config.workers()));
  }

  public Offload(MeterRegistry metrics, OffloadSettings settings) {
    QueueLimit hashLimit = new QueueLimit(settings.hashWait(), HASH_GUESS, MOST_WAITING_HASHES);
    hash = measured(metrics, "hash", settings.hashThreads(), hashLimit);
    io = measured(metrics, "io", settings.ioThreads(), IO_LIMIT);
  }

  /** For what burns a core: password hashes, slow signatures. */
  public <T> Uni<T> hash(Callable<T> work) {
    return submit(hash, work);
  }

  /** For what waits: name look-ups, files, Kafka's send. */
  public <T> Uni<T> io(Callable<T> work) {
    return submit(io, work);
  }

  @PreDestroy
  void stop() {
    hash.stop();
    io.stop();
  }

  private static OffloadSettings settings(PlatformConfig.Workers workers) {
    int threads = workers.hashThreads();
    return new OffloadSettings(
        threads > 0 ? threads : OffloadSettings.defaults().hashThreads(),
        workers.hashWait(),
        workers.ioThreads());
  }

  private static <T> Uni<T> submit(WorkerPool pool, Callable<T> work) {
    return Uni.createFrom().emitter(emitter -> start(pool, work, emitter));
  }

  private static <T> void start(WorkerPool pool, Callable<T> work, UniEmitter<? super T> emitter) {
    Context context = Vertx.currentContext();
    Runnable cancel =
        pool.submit(work, (item, failure) -> resume(context, () -> finish(emitter, item, failure)));
    emitter.onTermination(cancel);
  }

  private static <T> void finish(UniEmitter<? super T> emitter, T item, Throwable failure) {
    if (failure != null) {
      emitter.fail(failure);
    } else {
      emitter.complete(item);
    }
  }

  private static void resume(Context context, Runnable continuation) {
    if (context == null) {
      continuation.run();
    } else {
      context.runOnContext(ignored -> continuation.run());
    }
  }

  private static WorkerPool measured(
      MeterRegistry metrics, String name, int threads, QueueLimit limit) {
    WorkerPool pool = new WorkerPool(name, threads, limit);
    gauge(metrics, "vestibule.offload.waiting", pool, WorkerPool::waiting);
    gauge(metrics, "vestibule.offload.capacity", pool, WorkerPool::capacity);
    gauge(metrics, "vestibule.offload.cost.seconds", pool, WorkerPool::meanSeconds);
    return pool;
  }

  private static void gauge(
      MeterRegistry metrics, String name, WorkerPool pool, ToDoubleFunction<WorkerPool> value) {
    Gauge.builder(name, pool, value).tag("pool", pool.name()).register(metrics);
  }
}
