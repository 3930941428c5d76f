package org.vestibule.entity.record;

import java.time.Duration;
import org.vestibule.platform.problem.StandardProblem;

/** The moment by which a call must be done; after it the call is answered as timed out (504). */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** A deadline from now on. */
  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /** The time that is left; fails when there is none. */
  Duration left() {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.toMillis() < 1) {
      throw new StandardProblem.TimedOut("the time of the call is over").exception();
    }
    return left;
  }
}
