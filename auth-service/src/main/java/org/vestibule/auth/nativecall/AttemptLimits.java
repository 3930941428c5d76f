package org.vestibule.auth.nativecall;

import java.time.Duration;
import java.util.UUID;
import org.vestibule.auth.attempt.Attempt;
import org.vestibule.platform.capture.directory.ClientView;

/** How often somebody may try, by the client's settings (authentication.md 12). */
record AttemptLimits(int attempts, Duration window) {
  private static final int DEFAULT_ATTEMPTS = 6;
  // The counters are exact, so they keep the time of each.
  private static final int MOST_ATTEMPTS = 1_000;
  private static final int DEFAULT_WINDOW_SECONDS = 60;
  private static final int LONGEST_WINDOW_SECONDS = 86_400;

  static AttemptLimits of(ClientView client) {
    int attempts = client.intSetting("login_attempts", DEFAULT_ATTEMPTS);
    int window = client.intSetting("login_attempts_threshold", DEFAULT_WINDOW_SECONDS);
    return new AttemptLimits(
        Math.min(attempts, MOST_ATTEMPTS),
        Duration.ofSeconds(Math.max(1, Math.min(window, LONGEST_WINDOW_SECONDS))));
  }

  Attempt attempt(NativeCall call, String identifier, UUID record) {
    return new Attempt(
        call.applicationId(),
        identifier,
        record,
        call.request().edge().address(),
        attempts,
        window);
  }
}
