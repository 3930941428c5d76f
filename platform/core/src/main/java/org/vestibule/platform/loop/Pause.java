package org.vestibule.platform.loop;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A wait that holds no thread. */
public final class Pause {
  private Pause() {}

  /** Ends after a time. */
  public static Uni<Void> of(Duration time) {
    return Uni.createFrom().voidItem().onItem().delayIt().by(time);
  }
}
