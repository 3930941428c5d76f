package org.vestibule.entity.date;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes dates as the wire shows them, always in UTC. */
public final class WireDates {
  private static final int MICRO = 1_000;
  private static final int[] UNITS = {1, 10, 100, 1_000, 10_000, 100_000};

  private WireDates() {}

  /** {@code 1990-02-28}. */
  public static String date(Instant time) {
    return day(new StringBuilder(10), time.atOffset(ZoneOffset.UTC)).toString();
  }

  /** {@code 2026-02-28 06:15:00 +0000}, with six digits behind the seconds unless they are zero. */
  public static String dateTime(Instant time) {
    return text(time, time.getNano() >= MICRO);
  }

  /** {@code 2026-02-28 06:15:00.000000 +0000}, the form of created and lastUpdated. */
  public static String timestamp(Instant time) {
    return text(time, true);
  }

  private static String text(Instant time, boolean fraction) {
    OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
    StringBuilder out = day(new StringBuilder(32), at).append(' ');
    digits(out, at.getHour(), 2).append(':');
    digits(out, at.getMinute(), 2).append(':');
    digits(out, at.getSecond(), 2);
    if (fraction) {
      digits(out.append('.'), at.getNano() / MICRO, 6);
    }
    return out.append(" +0000").toString();
  }

  private static StringBuilder day(StringBuilder out, OffsetDateTime at) {
    digits(out, at.getYear(), 4).append('-');
    digits(out, at.getMonthValue(), 2).append('-');
    return digits(out, at.getDayOfMonth(), 2);
  }

  private static StringBuilder digits(StringBuilder out, int value, int width) {
    for (int unit = UNITS[width - 1]; unit > 0; unit /= 10) {
      out.append((char) ('0' + value / unit % 10));
    }
    return out;
  }
}
