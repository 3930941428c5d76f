package org.vestibule.entity.date;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the many date forms that writers and filters may use; what has no zone is UTC. */
public final class DateParser {
  private static final int MAX_LENGTH = 64;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);
  private static final String REST = "(?:(?:[T ]\\s*|,\\s*)(?<time>.+))?";
  private static final List<Pattern> FORMS =
      List.of(
          form("(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})" + REST),
          form("(?<m>\\d{1,2})[-/](?<d>\\d{1,2})[-/](?<y>\\d{4}|\\d{2})" + REST),
          form("(?<m>[A-Z]{3,9})\\.? (?<d>\\d{1,2})(?:,\\s*| )(?<y>\\d{4})" + REST),
          form("(?<d>\\d{1,2})[ -](?<m>[A-Z]{3,9})\\.?(?:,\\s*|[ -])(?<y>\\d{4})" + REST),
          form("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})" + REST));

  private final Clock clock;

  /** Takes the clock behind {@code now}, {@code today} and {@code yesterday}. */
  public DateParser(Clock clock) {
    this.clock = clock;
  }

  /** The point in time, cut to microseconds, or nothing when the text is no date. */
  public Optional<Instant> parse(String text) {
    Optional<Instant> plain = WireForm.parse(text);
    return (plain.isPresent() ? plain : anyForm(text)).filter(DateParser::isInRange);
  }

  private Optional<Instant> anyForm(String text) {
    String input = text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    if (input.isEmpty() || input.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return keyword(input).or(() -> written(input));
    } catch (DateTimeException impossibleDay) {
      return Optional.empty();
    }
  }

  private Optional<Instant> keyword(String input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    if (input.equals("NOW")) {
      return Optional.of(now);
    }
    if (input.equals("TODAY")) {
      return Optional.of(today);
    }
    return input.equals("YESTERDAY")
        ? Optional.of(today.minus(1, ChronoUnit.DAYS))
        : Optional.empty();
  }

  private static Optional<Instant> written(String input) {
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(input);
      if (matcher.matches()) {
        return at(matcher);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> at(Matcher matcher) {
    Optional<Integer> month = Months.number(matcher.group("m"));
    Optional<TimeOfDay> time = TimeOfDay.parse(matcher.group("time"));
    return month.isEmpty() || time.isEmpty()
        ? Optional.empty()
        : Optional.of(
            instant(
                LocalDate.of(
                    year(matcher.group("y")), month.get(), Integer.parseInt(matcher.group("d"))),
                time.get()));
  }

  private static Instant instant(LocalDate day, TimeOfDay time) {
    return OffsetDateTime.of(day, time.time(), time.offset()).toInstant();
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year <= 68 ? 2000 + year : 1900 + year;
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(FIRST) && time.isBefore(END);
  }

  private static Pattern form(String regex) {
    return Pattern.compile(regex);
  }
}
