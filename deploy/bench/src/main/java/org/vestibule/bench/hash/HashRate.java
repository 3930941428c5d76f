package org.vestibule.bench.hash;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many password hashes of our parameters the machine makes when it does nothing else. */
public final class HashRate {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  private HashRate() {}

  /** Hashes on so many threads at once. */
  public static HashFigures measure(int threads, Duration time) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long began = System.nanoTime();
      Callable<HashFigures> work = () -> hashUntil(began, began + time.toNanos());
      List<HashFigures> all = new ArrayList<>();
      for (Future<HashFigures> one : pool.invokeAll(Collections.nCopies(threads, work))) {
        all.add(one.get());
      }
      return together(all);
    } finally {
      pool.shutdown();
    }
  }

  private static HashFigures together(List<HashFigures> threads) {
    return new HashFigures(
        threads.stream().mapToLong(HashFigures::hashes).sum(),
        threads.stream().mapToDouble(HashFigures::seconds).max().orElse(0),
        threads.stream().mapToDouble(HashFigures::processorMilliseconds).sum());
  }

  private static HashFigures hashUntil(long began, long end) {
    Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, 32);
    byte[] secret = "correct-horse-9".getBytes(StandardCharsets.UTF_8);
    long spentBefore = processorNanos();
    int hashes = 0;
    while (System.nanoTime() < end) {
      argon2.rawHash(ITERATIONS, MEMORY_KIB, 1, secret, new byte[16]);
      hashes++;
    }
    double spent = (processorNanos() - spentBefore) / 1e6;
    return new HashFigures(hashes, (System.nanoTime() - began) / 1e9, spent);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
