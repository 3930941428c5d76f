package org.vestibule.bench.hash;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The hash on all processors and on one, measured in the same run as what needs it. */
public record BareHash(int processors, HashFigures onAll, HashFigures onOne) {
  private static final Duration TIME = Duration.ofSeconds(5);

  public static BareHash measure() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    return new BareHash(processors, HashRate.measure(processors, TIME), HashRate.measure(1, TIME));
  }

  /** Both together: what the machine gave before and after something. */
  public BareHash plus(BareHash other) {
    return new BareHash(processors, onAll.plus(other.onAll), onOne.plus(other.onOne));
  }

  /** For people. */
  public List<String> lines() {
    return List.of(line(processors, onAll), line(1, onOne));
  }

  private static String line(int threads, HashFigures figures) {
    return String.format(
        Locale.ROOT,
        "bare argon2id m=19456 t=2 p=1: %.1f hashes/s and %.1f CPU ms each, %d at once",
        figures.perSecond(),
        figures.cost(),
        threads);
  }
}
