package org.vestibule.config.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ids of flow versions: 20 digits, UTC time to the second and six digits of microseconds, strictly
 * increasing within a flow (configuration.md 0.6).
 */
public final class VersionId {
  /** The version id under which the newest version is read. */
  public static final String HEAD = "HEAD";

  private static final Pattern OURS = Pattern.compile("\\d{20}");
  private static final DateTimeFormatter DIGITS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .appendValue(ChronoField.MICRO_OF_SECOND, 6)
          .toFormatter(Locale.ROOT);

  private VersionId() {}

  /** The first version of a flow. */
  public static String first(Instant now) {
    return format(time(now));
  }

  /** The version after another one; one microsecond later when the clock has not moved on. */
  public static String after(String previous, Instant now) {
    LocalDateTime time = time(now);
    if (!OURS.matcher(previous).matches()) {
      return format(time);
    }
    LocalDateTime earliest = LocalDateTime.parse(previous, DIGITS).plus(1, ChronoUnit.MICROS);
    return format(time.isBefore(earliest) ? earliest : time);
  }

  private static LocalDateTime time(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  private static String format(LocalDateTime time) {
    return DIGITS.format(time);
  }
}
