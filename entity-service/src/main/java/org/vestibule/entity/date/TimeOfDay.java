package org.vestibule.entity.date;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a date behind the day: a time and where on earth it is meant. */
record TimeOfDay(LocalTime time, ZoneOffset offset) {
  private static final TimeOfDay MIDNIGHT = new TimeOfDay(LocalTime.MIDNIGHT, ZoneOffset.UTC);
  private static final Pattern FORM =
      Pattern.compile(
          "(?<h>\\d{1,2})(?::(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,18}))?)?)?"
              + "(?: ?(?<half>[AP])\\.?M\\.?)?(?: ?(?<zone>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?))?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final int MICRO_DIGITS = 6;
  private static final int NANOS_PER_MICRO = 1_000;

  /** Midnight UTC when there is no text; nothing when the text is no time. */
  static Optional<TimeOfDay> parse(String text) {
    if (text == null) {
      return Optional.of(MIDNIGHT);
    }
    Matcher matcher = FORM.matcher(spread(text.strip()));
    return matcher.matches() && isComplete(matcher) ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static String spread(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (!compact.matches()) {
      return text;
    }
    String seconds = compact.group(3) == null ? "" : ":" + compact.group(3);
    String zone = compact.group(4) == null ? "" : compact.group(4);
    return compact.group(1) + ":" + compact.group(2) + seconds + zone;
  }

  private static boolean isComplete(Matcher matcher) {
    return matcher.group("m") != null || matcher.group("half") != null;
  }

  private static TimeOfDay of(Matcher matcher) {
    LocalTime time =
        LocalTime.of(
            hour(matcher),
            number(matcher.group("m")),
            number(matcher.group("s")),
            micros(matcher.group("f")) * NANOS_PER_MICRO);
    return new TimeOfDay(time, offset(matcher.group("zone")));
  }

  private static int hour(Matcher matcher) {
    int hour = number(matcher.group("h"));
    String half = matcher.group("half");
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no such hour");
    }
    return hour % 12 + (half.equals("P") ? 12 : 0);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int micros(String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, MICRO_DIGITS));
  }

  private static ZoneOffset offset(String zone) {
    return zone == null || Character.isLetter(zone.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(zone);
  }
}
