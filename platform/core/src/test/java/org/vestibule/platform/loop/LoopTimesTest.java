package org.vestibule.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopTimesTest {

  @Test
  void backOff_doublesUpToTheCap() {
    LoopTimes times = LoopTimes.every(Duration.ofMillis(500));
    assertThat(times.backOff(1, 1)).isEqualTo(Duration.ofMillis(500));
    assertThat(times.backOff(3, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(times.backOff(3, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(times.backOff(1_000, 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRareLoop_triesAgainSoonAfterAFailure() {
    LoopTimes hourly = LoopTimes.every(Duration.ofHours(1));
    assertThat(hourly.backOff(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(hourly.backOff(1_000, 1)).isEqualTo(Duration.ofHours(1));
  }
}
