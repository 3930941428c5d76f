package org.vestibule.platform.offload;

import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Named daemon threads with a queue that holds no more work than the threads finish within the
 * longest wait that we accept.
 */
final class WorkerPool {

  private static final long IDLE_SECONDS = 30;

  private final String name;
  private final int threads;
  private final QueueLimit limit;
  private final CostEstimate cost;
  private final ThreadPoolExecutor executor;
  private final AtomicInteger admitted = new AtomicInteger();

  WorkerPool(String name, int threads, QueueLimit limit) {
    this.name = name;
    this.threads = threads;
    this.limit = limit;
    this.cost = new CostEstimate(limit.firstGuess().toNanos());
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new WorkerThreads(name));
    this.executor.allowCoreThreadTimeOut(true);
  }

  /** Runs the work and hands result or failure to the consumer, or says at once that it is full. */
  <T> Runnable submit(Callable<T> work, BiConsumer<T, Throwable> done) {
    if (admitted.incrementAndGet() > threads + capacity()) {
      admitted.decrementAndGet();
      throw new BusyException(name);
    }
    WorkerTask<T> task = new WorkerTask<>(work, done, this::finished);
    executor.execute(task);
    return () -> cancel(task);
  }

  private void finished(long nanos) {
    cost.add(nanos);
    admitted.decrementAndGet();
  }

  /** Work that nobody waits for any more gives its place back when it has not begun. */
  private void cancel(WorkerTask<?> task) {
    if (task.claim()) {
      executor.remove(task);
      admitted.decrementAndGet();
    }
  }

  int capacity() {
    return limit.capacity(threads, cost.nanos());
  }

  int waiting() {
    return executor.getQueue().size();
  }

  double meanSeconds() {
    return cost.nanos() / 1e9;
  }

  String name() {
    return name;
  }

  void stop() {
    executor.shutdown();
  }
}
