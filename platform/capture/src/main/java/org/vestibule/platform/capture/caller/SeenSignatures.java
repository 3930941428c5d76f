package org.vestibule.platform.capture.caller;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The signatures that this replica accepted lately, so that none is accepted twice; off by default
 * (authentication.md 2.1). When there is no room the oldest is forgotten: a flood of signed calls
 * weakens the protection instead of ending the service.
 */
@Singleton
public class SeenSignatures {
  private final int room;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /** Takes how much is remembered, and for how long a signature could come again. */
  public SeenSignatures(CaptureConfig config, Clock clock) {
    this.room = config.signature().replayCache();
    // A date may lie as far in the future as in the past.
    this.window = config.signature().maxSkew().multipliedBy(2);
    this.clock = clock;
  }

  /** Whether the signature was not seen before; remembers it. */
  boolean isFirst(String clientId, String signature) {
    return room <= 0 || remember(clientId + ":" + signature, clock.instant());
  }

  private synchronized boolean remember(String key, Instant now) {
    Instant since = now.minus(window);
    forgetEldest(eldest -> eldest.isBefore(since));
    if (seen.containsKey(key)) {
      return false;
    }
    forgetEldest(eldest -> seen.size() >= room);
    seen.put(key, now);
    return true;
  }

  /** The eldest stand first. */
  private void forgetEldest(Predicate<Instant> isTooOld) {
    Iterator<Instant> times = seen.values().iterator();
    while (times.hasNext() && isTooOld.test(times.next())) {
      times.remove();
    }
  }
}
