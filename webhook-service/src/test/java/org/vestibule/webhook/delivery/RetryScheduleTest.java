package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private final RetrySchedule schedule = new RetrySchedule(1);

  @Test
  void fiveWaits_thenNothing() {
    List<Duration> waits =
        IntStream.rangeClosed(1, 5)
            .mapToObj(it -> schedule.waitAfter(it, 0, Duration.ZERO).orElseThrow())
            .toList();
    assertThat(waits)
        .containsExactly(
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(24));
    assertThat(schedule.waitAfter(6, 0, Duration.ofHours(1))).isEmpty();
  }

  @Test
  void jitter_addsUpToATenthFromHalfAMinuteOn() {
    assertThat(schedule.waitAfter(1, 0.999, Duration.ZERO)).contains(Duration.ofSeconds(3));
    assertThat(schedule.waitAfter(2, 0.5, Duration.ZERO)).contains(Duration.ofMillis(31_500));
    assertThat(schedule.waitAfter(5, 1, Duration.ZERO)).contains(Duration.ofMinutes(26 * 60 + 24));
  }

  @Test
  void receiver_mayAskForMoreUpToADay() {
    assertThat(schedule.waitAfter(1, 0, Duration.ofSeconds(2))).contains(Duration.ofSeconds(3));
    assertThat(schedule.waitAfter(1, 0, Duration.ofMinutes(2))).contains(Duration.ofMinutes(2));
    assertThat(schedule.waitAfter(1, 0, Duration.ofDays(9))).contains(Duration.ofHours(24));
  }

  @Test
  void factor_scalesTheScheduleOnly() {
    RetrySchedule fast = new RetrySchedule(0.01);
    assertThat(fast.waitAfter(1, 0, Duration.ZERO)).contains(Duration.ofMillis(30));
    assertThat(fast.waitAfter(1, 0, Duration.ofSeconds(5))).contains(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                           | 120",
        " 7                            | 7",
        "Mon, 09 Mar 2026 14:06:06 GMT | 60",
        "Mon, 09 Mar 2026 14:04:06 GMT | 0",
        "-5                            | 0",
        "soon                          | 0",
        "99999999999999                | 0",
        "1.5                           | 0"
      })
  void retryAfter_isSecondsOrADate(String value, long seconds) {
    Answer answer = new Answer(503, Map.of("retry-after", value), null);
    assertThat(RetryAfter.of(answer, Instant.parse("2026-03-09T14:05:06Z")))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
