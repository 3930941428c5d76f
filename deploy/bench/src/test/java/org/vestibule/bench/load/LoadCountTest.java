package org.vestibule.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadCountTest {
  private final LoadCount count = new LoadCount();

  @Test
  void result_whenAnswersWereCounted_thenTellsRateAndTimes() {
    for (int millis = 100; millis >= 1; millis--) {
      count.right(millis * 1_000_000L);
    }
    assertThat(count.over(Duration.ofSeconds(4)).requireAllRight())
        .isEqualTo(new LoadResult(100, 0, "", 25, 50, 99));
  }

  @Test
  void result_whenMoreCameThanWasRoomFor_thenAllAreThere() {
    for (int i = 0; i < 100_000; i++) {
      count.right(1);
    }
    assertThat(count.over(Duration.ofSeconds(10)).perSecond()).isEqualTo(10_000);
  }

  @Test
  void result_whenTheWarmUpIsForgotten_thenItsRightAnswersAreNotInIt() {
    count.right(5_000_000);
    count.endWarmUp();
    count.right(3_000_000);
    assertThat(count.over(Duration.ofSeconds(1))).isEqualTo(new LoadResult(1, 0, "", 1, 3, 3));
  }

  @Test
  void result_whenAnAnswerWasWrong_thenNothingIsMeasured() {
    count.wrong(new LoadAnswer(200, "{\"stat\":\"error\"}"));
    count.wrong(new LoadAnswer(500, "later"));
    count.right(1);
    LoadResult result = count.over(Duration.ofSeconds(1));
    assertThatThrownBy(result::requireAllRight)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 wrong answers beside 1 right ones")
        .hasMessageContaining("HTTP 200 {\"stat\":\"error\"}");
  }

  @Test
  void result_whenOnlyTheWarmUpWasWrong_thenNothingIsMeasuredEither() {
    count.wrong(new LoadAnswer(510, "too many"));
    count.endWarmUp();
    count.right(2_000_000);
    assertThatThrownBy(count.over(Duration.ofSeconds(2))::requireAllRight)
        .hasMessageContaining("HTTP 510 too many");
  }

  @Test
  void result_whenNobodyAnswered_thenNothingIsMeasured() {
    LoadResult result = count.over(Duration.ofSeconds(1));
    assertThatThrownBy(result::requireAllRight).hasMessageContaining("0 wrong answers beside 0");
  }

  @Test
  void result_whenSentAsJson_thenIsTheSame() {
    LoadResult result = new LoadResult(7, 1, "HTTP 0 refused", 3.5, 1.25, 9);
    assertThat(LoadResult.from(result.json())).isEqualTo(result);
  }
}
