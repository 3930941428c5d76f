package org.vestibule.bench.directory;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.vestibule.platform.cache.AnswerCache;

/** A hit in the cache that stands behind each question to {@code ConfigDirectory}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(2)
public class DirectoryHit {
  private static final int KNOWN = 10_000;

  private AnswerCache<String, String> clients;
  private String[] ids;

  /** What a thread asks next. */
  @State(Scope.Thread)
  public static class Turn {
    private int next;
  }

  /** Fills the cache as ten thousand clients would. */
  @Setup
  public void fill() {
    clients =
        new AnswerCache<>(
            50_000,
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            () -> true,
            id -> Uni.createFrom().item(Optional.of("client " + id)));
    ids = new String[KNOWN];
    for (int i = 0; i < KNOWN; i++) {
      ids[i] = "client-" + i;
      clients.get(ids[i]).await().indefinitely();
    }
  }

  /** One question whose answer is there. */
  @Benchmark
  public Optional<String> hit(Turn turn) {
    turn.next = (turn.next + 1) % KNOWN;
    return clients.get(ids[turn.next]).await().indefinitely();
  }
}
