package org.vestibule.auth.renewal;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.vestibule.platform.capture.caller.CaptureConfig;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Whether a signed date is close enough to now. */
@Singleton
class RenewalDates {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final Clock clock;
  private final Duration maxSkew;

  RenewalDates(Clock clock, CaptureConfig config) {
    this.clock = clock;
    this.maxSkew = config.signature().maxSkew();
  }

  void requireInTime(String date) {
    Duration skew = Duration.between(parse(date), clock.instant()).abs();
    if (skew.compareTo(maxSkew) > 0) {
      throw invalid("it is too far from the time of the server");
    }
  }

  private static Instant parse(String date) {
    try {
      return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException malformed) {
      throw invalid("it is not a date like 2024-03-09 14:05:06");
    }
  }

  private static RuntimeException invalid(String reason) {
    return CaptureProblem.invalidArgument("date", reason).exception();
  }
}
