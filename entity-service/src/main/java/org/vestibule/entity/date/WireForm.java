package org.vestibule.entity.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the forms in which dates are written most: those of the wire, and ISO 8601 in UTC. */
final class WireForm {
  private static final int DAY = 10;
  private static final int SECONDS = 19;
  private static final int MOST_DIGITS = 6;
  private static final int HOURS = 24;
  private static final int SIXTY = 60;

  private WireForm() {}

  /** The time of such a text; nothing is said of others. */
  static Optional<Instant> parse(String text) {
    if (text.length() < DAY || !fits(text, "0000-00-00", 0)) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      long seconds = day.toEpochDay() * HOURS * SIXTY * SIXTY;
      return text.length() == DAY
          ? Optional.of(Instant.ofEpochSecond(seconds))
          : withTime(text, seconds);
    } catch (DateTimeException impossibleDay) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> withTime(String text, long day) {
    if (text.length() < SECONDS
        || text.charAt(DAY) != ' ' && text.charAt(DAY) != 'T'
        || !fits(text, "00:00:00", DAY + 1)) {
      return Optional.empty();
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int micros = micros(text);
    boolean isTime = hour < HOURS && minute < SIXTY && second < SIXTY && micros >= 0;
    return isTime
        ? Optional.of(
            Instant.ofEpochSecond(day + (hour * SIXTY + minute) * SIXTY + second, micros * 1_000L))
        : Optional.empty();
  }

  /** The fraction when nothing but it and the zone UTC follows, else less than 0. */
  private static int micros(String text) {
    int end = SECONDS;
    int micros = 0;
    if (end < text.length() && text.charAt(end) == '.') {
      end++;
      int digits = 0;
      while (end < text.length() && isDigit(text.charAt(end)) && digits < MOST_DIGITS) {
        micros = 10 * micros + text.charAt(end) - '0';
        end++;
        digits++;
      }
      for (int i = digits; i < MOST_DIGITS; i++) {
        micros *= 10;
      }
      if (digits == 0) {
        return -1;
      }
    }
    return isUtc(text, end) ? micros : -1;
  }

  private static boolean isUtc(String text, int from) {
    return text.length() - from == 6 && text.startsWith(" +0000", from)
        || text.length() - from == 1 && text.charAt(from) == 'Z';
  }

  private static boolean fits(String text, String form, int from) {
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      char c = text.charAt(from + i);
      if (wanted == '0' ? !isDigit(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
