package org.vestibule.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadShapeTest {
  private final LoadShape usual = LoadShape.OF_SERVICES;

  @Test
  void shape_whenNothingIsSaid_thenIsTheUsual() {
    assertThat(usual.with(List.of()))
        .isEqualTo(new LoadShape(8, 1_000, Duration.ofSeconds(120), Duration.ofSeconds(60)));
  }

  @Test
  void shape_whenOptionsAreGiven_thenTheyWin() {
    List<String> options =
        List.of("--users", "5", "--connections", "2", "--warm-up", "1", "--measured", "3");
    assertThat(usual.with(options))
        .isEqualTo(new LoadShape(2, 5, Duration.ofSeconds(1), Duration.ofSeconds(3)));
  }

  @Test
  void shape_whenSentToAnotherProcess_thenIsTheSame() {
    assertThat(LoadShape.from(usual.json())).isEqualTo(usual);
  }

  @Test
  void shape_whenAnOptionIsWrong_thenSaysWhich() {
    assertThatThrownBy(() -> usual.with(List.of("--user", "5"))).hasMessageContaining("--user");
    assertThatThrownBy(() -> usual.with(List.of("--users"))).hasMessageContaining("needs a number");
    assertThatThrownBy(() -> usual.with(List.of("--users", "0")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
