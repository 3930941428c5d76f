package org.vestibule.auth.token;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How long tokens and codes of a client live, from its effective settings. */
public record Lifetimes(Duration accessToken, Duration code, Duration refresh) {
  private static final long LONGEST_ACCESS_TOKEN = 3600;
  private static final long LONGEST_CODE = 86_400;
  private static final long DEFAULT_CODE = 300;
  private static final long DEFAULT_REFRESH = 7_776_000;

  /** Stands for "never ends" without reaching the end of a timestamp. */
  private static final long FOREVER = 3_155_760_000L;

  /** Reads the settings; what is no positive number counts as not set. */
  public static Lifetimes of(Function<String, Optional<String>> settings) {
    return new Lifetimes(
        seconds(settings, "access_token_lifetime", LONGEST_ACCESS_TOKEN, LONGEST_ACCESS_TOKEN),
        seconds(settings, "authorization_code_lifetime", DEFAULT_CODE, LONGEST_CODE),
        refresh(settings));
  }

  /** The same with another life of codes. */
  public Lifetimes withCode(Duration other) {
    return new Lifetimes(accessToken, other, refresh);
  }

  /** The longest of what a grant may hold. */
  public Duration longest(boolean isRefreshable) {
    Duration longest = longer(accessToken, code);
    return isRefreshable ? longer(longest, refresh) : longest;
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) > 0 ? left : right;
  }

  private static Duration refresh(Function<String, Optional<String>> settings) {
    boolean never = settings.apply("refresh_token_lifetime").filter("0"::equals).isPresent();
    return never
        ? Duration.ofSeconds(FOREVER)
        : seconds(settings, "refresh_token_lifetime", DEFAULT_REFRESH, FOREVER);
  }

  private static Duration seconds(
      Function<String, Optional<String>> settings, String name, long otherwise, long most) {
    long value = settings.apply(name).flatMap(Lifetimes::number).orElse(otherwise);
    return Duration.ofSeconds(Math.min(value, most));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip())).filter(value -> value > 0);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
