package org.vestibule.platform.offload;

import java.time.Duration;

/** Size of the two pools. */
public record OffloadSettings(int hashThreads, Duration hashWait, int ioThreads) {

  /** One hashing thread for each processor, as in production. */
  public static OffloadSettings defaults() {
    return new OffloadSettings(
        Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(1), 8);
  }
}
