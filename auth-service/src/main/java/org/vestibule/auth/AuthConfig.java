package org.vestibule.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.sms.SmsFormat;

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

    /** Text messages to people. */
    Sms sms();

    /** Judgement of new passwords. */
    Passwords passwords();

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
    /** Pause between looks for waiting mails and text messages; a new one is sent at once. */
    @WithDefault("1s")
    Duration poll();

    /** Longest time that the mail server or the SMS gateway may take for one message. */
    @WithDefault("20s")
    Duration timeout();

    /** How long a message belongs to the replica that sends it; above the timeout. */
    @WithDefault("2m")
    Duration lease();

    /** Pause after the first failure of a message; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Longest pause between two attempts; attempts end with the life of the code in it. */
    @WithDefault("30m")
    Duration longestRetry();
  }

  /** Text messages to people. */
  interface Sms {
    /** Address of the HTTP gateway that sends text messages; without one none is offered. */
    Optional<String> url();

    /** What the gateway reads: {@code json} or {@code form}. */
    @WithDefault("json")
    SmsFormat format();

    /**
     * Body of the call, in which {{to}}, {{from}}, {{text}} and {{id}} stand for values; without
     * one the three first under their own names.
     */
    Optional<String> body();

    /** Sender that people see. */
    Optional<String> from();

    /** Value of the header {@code Authorization}; wins over user and password. */
    Optional<String> authorization();

    /** User of Basic authentication at the gateway. */
    Optional<String> user();

    /** Password of Basic authentication at the gateway. */
    Optional<String> password();
  }

  /** Judgement of new passwords. */
  interface Passwords {
    /**
     * Address of a service that lists breached passwords by SHA-1 prefix, to which the prefix is
     * appended; without one the bundled list decides alone.
     */
    Optional<String> rangeUrl();

    /** Longest time to wait for that service; then the password is accepted. */
    @WithDefault("1s")
    Duration timeout();
  }

  /** Browser access to the calls of public clients. */
  interface Cors {
    /** Origins that may call from a browser; {@code *} = every one. */
    @WithDefault("*")
    List<String> origins();
  }
}
