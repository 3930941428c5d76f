package org.vestibule.platform.offload;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the threads of a pool for thread dumps. */
final class WorkerThreads implements ThreadFactory {

  private final String pool;
  private final AtomicInteger count = new AtomicInteger();

  WorkerThreads(String pool) {
    this.pool = pool;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "vestibule-" + pool + "-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
