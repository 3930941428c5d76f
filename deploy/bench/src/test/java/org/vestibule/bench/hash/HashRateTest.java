package org.vestibule.bench.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HashRateTest {
  @Test
  void figures_whenHashing_thenProcessorTimeIsCounted() throws Exception {
    HashFigures figures = HashRate.measure(1, Duration.ofMillis(300));
    assertThat(figures.hashes()).isPositive();
    assertThat(figures.seconds()).isGreaterThanOrEqualTo(0.3);
    assertThat(figures.cost()).isPositive();
  }

  @Test
  void figures_whenAddedUp_thenRateAndCostAreMeansOfBoth() {
    HashFigures both = new HashFigures(100, 2, 4_000).plus(new HashFigures(50, 3, 3_500));
    assertThat(both.perSecond()).isEqualTo(30);
    assertThat(both.cost()).isEqualTo(50);
  }
}
