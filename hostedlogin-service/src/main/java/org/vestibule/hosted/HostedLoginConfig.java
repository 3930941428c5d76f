package org.vestibule.hosted;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator tells hostedlogin-service beyond what every service is told. */
@ConfigMapping(prefix = "vestibule")
public interface HostedLoginConfig {
  /** Settings of hostedlogin-service. */
  HostedLogin hostedlogin();

  /** Settings of hostedlogin-service. */
  interface HostedLogin {
    /** Life of tokens after their end. */
    Tokens tokens();

    /** Life of signing keys. */
    Keys keys();
  }

  /** Life of tokens after their end. */
  interface Tokens {
    /** How long an expired token is told apart from an unknown one. */
    @WithDefault("1h")
    Duration remember();

    /** Pause between removals of forgotten tokens. */
    @WithDefault("60s")
    Duration cleanUp();
  }

  /** Life of signing keys. */
  interface Keys {
    /**
     * How long a customer signs with one RS256 key. A key is never replaced by one that was not
     * published for 24 hours, nor before its predecessor was published for 8 days after its last
     * use, however short this is.
     */
    @WithDefault("90d")
    Duration rotateAfter();

    /** Pause between looks for keys that have served their time. */
    @WithDefault("10m")
    Duration check();
  }
}
