package org.vestibule.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.webhook.TestSettings;

class JudgementTest {
  private final Judgement judgement = new Judgement(TestSettings.defaults(), Clock.systemUTC());

  @ParameterizedTest
  @CsvSource({
    "200, SUCCESS",
    "202, SUCCESS",
    "204, SUCCESS",
    "299, SUCCESS",
    "100, FAILURE",
    "101, FAILURE",
    "301, FAILURE",
    "302, FAILURE",
    "304, FAILURE",
    "307, FAILURE",
    "400, AWAITING_RETRY",
    "401, AWAITING_RETRY",
    "404, AWAITING_RETRY",
    "408, AWAITING_RETRY",
    "410, FAILURE",
    "429, AWAITING_RETRY",
    "500, AWAITING_RETRY",
    "502, AWAITING_RETRY",
    "503, AWAITING_RETRY",
    "599, AWAITING_RETRY"
  })
  void status_decides(int status, DeliveryState state) {
    assertThat(judge(1, new Answer(status, Map.of(), null)).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "timeout, AWAITING_RETRY", "dns, AWAITING_RETRY", "connect, AWAITING_RETRY",
    "tls, AWAITING_RETRY", "blocked-address, FAILURE", "protocol, FAILURE"
  })
  void errorWithoutAnswer_decides(String error, DeliveryState state) {
    assertThat(judge(1, Answer.none(error)).state()).isEqualTo(state);
  }

  @Test
  void sixthFailure_isTheLast() {
    assertThat(judge(5, new Answer(500, Map.of(), null)).state())
        .isEqualTo(DeliveryState.AWAITING_RETRY);
    assertThat(judge(6, new Answer(500, Map.of(), null)).state()).isEqualTo(DeliveryState.FAILURE);
    assertThat(judge(6, Answer.none("timeout")).state()).isEqualTo(DeliveryState.FAILURE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void retryAfter_isHeardFromTheseTwo(int status) {
    Ending ending = judge(1, new Answer(status, Map.of("Retry-After", "90"), null));
    assertThat(ending.pause()).isEqualTo(Duration.ofSeconds(90));
    Ending other = judge(1, new Answer(500, Map.of("Retry-After", "90"), null));
    assertThat(other.pause()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void undoneAttempt_returnsToWhereItWas() {
    assertThat(Ending.undone(attempt(1), Duration.ZERO).state())
        .isEqualTo(DeliveryState.AWAITING_EXECUTING);
    assertThat(Ending.undone(attempt(2), Duration.ZERO).state())
        .isEqualTo(DeliveryState.AWAITING_RETRY);
  }

  private Ending judge(int number, Answer answer) {
    return judgement.of(attempt(number), answer);
  }

  private static Attempt attempt(int number) {
    UUID id = UUID.randomUUID();
    return new Attempt(id, id, number, number, "h", "https://h/", "t", null, 0, 0);
  }
}
