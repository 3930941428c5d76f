package org.vestibule.local.stack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Tells when each part of the start was done, counted from its beginning. */
public final class Timeline {
  private static final double NANOSECONDS = 1e9;

  private final Consumer<String> output;
  private final long start = System.nanoTime();
  private final Map<String, Duration> phases = new LinkedHashMap<>();

  Timeline(Consumer<String> output) {
    this.output = output;
  }

  /** Does the work and says how long after the beginning it ended and how long it took. */
  void phase(String name, Runnable work) {
    long began = System.nanoTime();
    work.run();
    long ended = System.nanoTime();
    record(name, Duration.ofNanos(ended - start));
    output.accept(
        String.format(
            Locale.ROOT,
            "  %-22s %6.1f s   (took %.1f s)",
            name,
            (ended - start) / NANOSECONDS,
            (ended - began) / NANOSECONDS));
  }

  private synchronized void record(String name, Duration sinceStart) {
    phases.put(name, sinceStart);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The parts in the order in which they were done, with the time since the beginning. */
  public synchronized Map<String, Duration> phases() {
    return new LinkedHashMap<>(phases);
  }
}
