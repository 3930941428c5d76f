package org.vestibule.webhook.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The wait that a receiver asks for (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {
  private RetryAfter() {}

  /** Zero when there is no such header or it makes no sense. */
  static Duration of(Answer answer, Instant now) {
    return answer.headers().entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase("Retry-After"))
        .map(it -> parse(it.getValue().strip(), now))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private static Duration parse(String value, Instant now) {
    if (value.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeException noDate) {
      return Duration.ZERO;
    }
  }
}
