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

    /**
     * Signatures that a replica remembers, so that it accepts each of them once; 0 = a signed
     * request may come again within the window. Off because old clients repeat a request that got
     * no answer, and because two equal calls within one second have the same signature.
     */
    @WithDefault("0")
    int replayCache();
  }
}
