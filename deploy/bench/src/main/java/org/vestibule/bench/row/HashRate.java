package org.vestibule.bench.row;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many password hashes of our parameters the machine makes when it does nothing else. */
final class HashRate {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  private HashRate() {}

  /** Hashes per second on so many threads. */
  static double perSecond(int threads, Duration time) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(() -> hashUntil(end));
      }
      int hashes = 0;
      for (Future<Integer> one : pool.invokeAll(work)) {
        hashes += one.get();
      }
      return hashes * 1000.0 / time.toMillis();
    } finally {
      pool.shutdown();
    }
  }

  private static int hashUntil(long end) {
    var argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, 32);
    byte[] secret = "correct-horse-9".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int hashes = 0;
    while (System.nanoTime() < end) {
      argon2.rawHash(ITERATIONS, MEMORY_KIB, 1, secret, new byte[16]);
      hashes++;
    }
    return hashes;
  }
}
