package org.vestibule.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What the operator tells auth-service beyond what every service is told. */
@ConfigMapping(prefix = "vestibule")
public interface AuthConfig {
  /** Settings of auth-service. */
  Auth auth();

  /** Settings of auth-service. */
  interface Auth {
    /** Limits of guessing. */
    Attempts attempts();

    /** Life of tokens after their end. */
    Tokens tokens();

    /** Mails to people; the mail server itself is {@code quarkus.mailer}. */
    Mail mail();

    /** Browser access to the calls of public clients. */
    Cors cors();
  }

  /** Limits of guessing. */
  interface Attempts {
    /**
     * Sign-ins of one network address and application within a minute; 0 = no limit. Far above the
     * limit of one account, because many users may share an address.
     */
    @WithDefault("1200")
    int addressLimitPerMinute();

    /** Pause between removals of counters that no longer limit anything. */
    @WithDefault("30s")
    Duration cleanUp();
  }

  /** Life of tokens after their end. */
  interface Tokens {
    /**
     * How long an expired or revoked token is told apart from an unknown one; at least 24 hours.
     */
    @WithDefault("24h")
    Duration remember();

    /** Pause between removals of forgotten tokens. */
    @WithDefault("60s")
    Duration cleanUp();
  }

  /** Mails to people. */
  interface Mail {
    /** Pause between looks for waiting mails; a new one is sent at once. */
    @WithDefault("1s")
    Duration poll();

    /** Longest time that the mail server may take for one mail. */
    @WithDefault("20s")
    Duration timeout();

    /** How long a mail belongs to the replica that sends it; above the timeout. */
    @WithDefault("2m")
    Duration lease();

    /** Pause after the first failure of a mail; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Longest pause between two attempts; attempts end with the life of the mail's code. */
    @WithDefault("30m")
    Duration longestRetry();
  }

  /** Browser access to the calls of public clients. */
  interface Cors {
    /** Origins that may call from a browser; {@code *} = every one. */
    @WithDefault("*")
    List<String> origins();
  }
}
