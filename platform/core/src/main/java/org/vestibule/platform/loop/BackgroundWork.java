package org.vestibule.platform.loop;

import io.smallrye.mutiny.Uni;

/** What a service repeats in the background for as long as it runs; every bean of it is run. */
public interface BackgroundWork {
  /** The name in the log. */
  String name();

  /** When it is repeated. */
  LoopTimes times();

  /** Works off a bounded amount; whether there may be more to do at once. */
  Uni<Boolean> work();
}
