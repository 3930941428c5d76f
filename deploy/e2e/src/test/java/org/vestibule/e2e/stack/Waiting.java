package org.vestibule.e2e.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what becomes true a moment after a reply. */
public final class Waiting {
  private static final long PAUSE_MILLISECONDS = 100;

  private Waiting() {}

  /** Whether the condition came true within the limit. */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    Instant end = Instant.now().plus(limit);
    boolean isTrue = condition.getAsBoolean();
    while (!isTrue && Instant.now().isBefore(end)) {
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
