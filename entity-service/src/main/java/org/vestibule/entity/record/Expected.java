package org.vestibule.entity.record;

import java.time.Instant;
import java.util.Optional;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.problem.Violations;

/** The timestamps that a caller believes a record to have; a wrong belief stops a call (330). */
public record Expected(Optional<Given> created, Optional<Given> lastUpdated) {
  /** No belief. */
  public static final Expected ANYTHING = new Expected(Optional.empty(), Optional.empty());

  /** A point in time and how it was written. */
  public record Given(Instant time, String text) {}

  void check(Instant recordCreated, Instant recordLastUpdated) {
    created.ifPresent(given -> check("/created", given, recordCreated));
    lastUpdated.ifPresent(given -> check("/lastUpdated", given, recordLastUpdated));
  }

  private static void check(String path, Given given, Instant actual) {
    if (!given.time().equals(actual)) {
      throw Violations.timestampMismatch(path, WireDates.timestamp(actual), given.text());
    }
  }
}
