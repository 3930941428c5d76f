package org.vestibule.webhook.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the wire: RFC 3339 in UTC with six digits of the second. */
public final class WireTime {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private WireTime() {}

  /** A time with microseconds. */
  public static String micros(Instant time) {
    return MICROS.format(time);
  }
}
