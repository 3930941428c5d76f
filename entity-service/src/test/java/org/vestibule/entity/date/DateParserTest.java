package org.vestibule.entity.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:05:07.123456789Z");
  private final DateParser dates = new DateParser(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-02-28                          | 2026-02-28T00:00:00Z
          2026-02-28T06:15:00Z                | 2026-02-28T06:15:00Z
          2026-02-28T06:15:00.123456-07:00    | 2026-02-28T13:15:00.123456Z
          2026-02-28T06:15                    | 2026-02-28T06:15:00Z
          20260228T061500Z                    | 2026-02-28T06:15:00Z
          2026-02-28 06:15:00 +0000           | 2026-02-28T06:15:00Z
          2026-02-28 06:15:00.5 +0000         | 2026-02-28T06:15:00.5Z
          2026-02-28 06:15:00.1234567 +0000   | 2026-02-28T06:15:00.123456Z
          2026-02-28 06:15:00                 | 2026-02-28T06:15:00Z
          2026-02-28 6:15pm                   | 2026-02-28T18:15:00Z
          2026-02-28 12:15 AM                 | 2026-02-28T00:15:00Z
          2026-02-28 12pm                     | 2026-02-28T12:00:00Z
          02/28/2026                          | 2026-02-28T00:00:00Z
          2/28/2026                           | 2026-02-28T00:00:00Z
          01/02/2016                          | 2016-01-02T00:00:00Z
          01-02-03 6:15pm                     | 2003-01-02T18:15:00Z
          01-02-68                            | 2068-01-02T00:00:00Z
          01-02-69                            | 1969-01-02T00:00:00Z
          February 28, 2026 11:15am -0700     | 2026-02-28T18:15:00Z
          feb 28 2026                         | 2026-02-28T00:00:00Z
          28 Feb 2026                         | 2026-02-28T00:00:00Z
          28   September   2026               | 2026-09-28T00:00:00Z
          Sept. 1, 2026                       | 2026-09-01T00:00:00Z
          1875-05-04                          | 1875-05-04T00:00:00Z
          0001-01-01                          | 0001-01-01T00:00:00Z
          9999-12-31 23:59:59                 | 9999-12-31T23:59:59Z
          now                                 | 2026-03-01T09:05:07.123456Z
          Today                               | 2026-03-01T00:00:00Z
          YESTERDAY                           | 2026-02-28T00:00:00Z
          """)
  void form_isRead(String text, String expected) {
    assertThat(dates.parse(text)).contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "32/13/2020",
        "13/01/2020",
        "02/30/2026",
        "2026-02-29",
        "tomorrow",
        "2026",
        "6:15",
        "28 Febtober 2026",
        "2026-02-28 25:00",
        "2026-02-28 13pm",
        "2026-02-28 06:15:61",
        "0000-01-01",
        "0001-01-01 00:00 +0100",
        "9999-12-31 23:59 -0100",
        "2026-02-28 06",
        "2026-02-28x",
        "Fe 28 2026",
        "１２/12/2026"
      })
  void nonsense_isRefused(String text) {
    assertThat(dates.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1990-02-28T00:00:00Z, 1990-02-28, 1990-02-28 00:00:00 +0000, 1990-02-28 00:00:00.000000 +0000",
    "0875-12-01T23:59:59.000001Z, 0875-12-01, 0875-12-01 23:59:59.000001 +0000,"
        + " 0875-12-01 23:59:59.000001 +0000"
  })
  void output_hasTheFormOfTheWire(Instant time, String date, String dateTime, String timestamp) {
    assertThat(WireDates.date(time)).isEqualTo(date);
    assertThat(WireDates.dateTime(time)).isEqualTo(dateTime);
    assertThat(WireDates.timestamp(time)).isEqualTo(timestamp);
  }

  /** A blank in front takes the long way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28",
        "2026-02-30",
        "2026-13-01",
        "0001-01-01",
        "0000-01-01",
        "9999-12-31",
        "2026-02-28 06:15:00 +0000",
        "2026-02-28T06:15:00Z",
        "2026-02-28 24:00:00 +0000",
        "2026-02-28 06:60:00 +0000",
        "2026-02-28 06:15:61 +0000",
        "2026-02-28 06:15:07.5 +0000",
        "2026-02-28 06:15:07.123456 +0000",
        "2026-02-28T06:15:07.1234567Z",
        "2026-02-28 06:15:07. +0000",
        "2026-02-28 06:15:07.123 +0100",
        "2026-02-28T06:15:07",
        "2026-02-28t06:15:07z",
        "2026-02-28x06:15:07Z",
        "9999-12-31 23:59:59.999999 +0000",
        "2026-02-28 06:15:00 +00000",
        "2026-02-28 06:15:00",
        "1875-05-04T03:02:01.000009Z"
      })
  void shortWay_leadsWhereTheLongOneDoes(String text) {
    assertThat(dates.parse(text)).isEqualTo(dates.parse(" " + text));
  }
}
