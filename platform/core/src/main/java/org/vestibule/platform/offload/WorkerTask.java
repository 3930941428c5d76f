package org.vestibule.platform.offload;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/** One piece of work that is either run or cancelled, never both. */
final class WorkerTask<T> implements Runnable {

  private final Callable<T> work;
  private final BiConsumer<T, Throwable> done;
  private final LongConsumer measured;
  private final AtomicBoolean claimed = new AtomicBoolean();

  WorkerTask(Callable<T> work, BiConsumer<T, Throwable> done, LongConsumer measured) {
    this.work = work;
    this.done = done;
    this.measured = measured;
  }

  /** True for the first caller only. */
  boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  @Override
  public void run() {
    if (claim()) {
      execute();
    }
  }

  private void execute() {
    long start = System.nanoTime();
    T result = null;
    Throwable failure = null;
    try {
      result = work.call();
    } catch (Throwable e) {
      failure = e;
    }
    measured.accept(System.nanoTime() - start);
    done.accept(result, failure);
  }
}
