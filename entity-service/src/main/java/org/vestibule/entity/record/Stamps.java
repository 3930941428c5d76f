package org.vestibule.entity.record;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vestibule.platform.id.IdSource;

/** Gives writes their time, to the microsecond, and new records their uuid. */
@Singleton
public class Stamps {
  private final Clock clock;
  private final IdSource ids;

  /** Takes the sources of time and ids. */
  public Stamps(Clock clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** The time of a write. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A row without content. */
  RecordRow blank(Optional<Instant> created) {
    Instant now = now();
    return new RecordRow(0, ids.uuid(), created.orElse(now), now, 0, null, null);
  }
}
