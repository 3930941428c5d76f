package org.vestibule.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits in tests for what other threads and processes do. */
public final class Waiting {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final long PAUSE_MILLISECONDS = 20;

  private Waiting() {}

  /** Whether the condition came true within twenty seconds. */
  public static boolean until(BooleanSupplier condition) {
    return until(condition, LONG);
  }

  /** Whether the condition came true within the limit. */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean isTrue = condition.getAsBoolean();
    while (!isTrue && System.nanoTime() < end) {
      pause(PAUSE_MILLISECONDS);
      isTrue = condition.getAsBoolean();
    }
    return isTrue;
  }

  /** Does nothing for a while. */
  public static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
