package org.vestibule.platform.capture.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the registration-domain families are told by their operator. */
@ConfigMapping(prefix = "vestibule")
public interface CaptureConfig {
  /** Signed requests. */
  Signature signature();

  /** Signed requests. */
  interface Signature {
    /** Largest difference between the {@code Date} of a signed request and our clock. */
    @WithDefault("15M")
    Duration maxSkew();
  }
}
