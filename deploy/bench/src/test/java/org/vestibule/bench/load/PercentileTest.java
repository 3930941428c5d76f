package org.vestibule.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
  private final long[] hundred = LongStream.rangeClosed(1, 100).toArray();

  @Test
  void percentile_whenOfAHundred_thenIsTheValueOfThatRank() {
    assertThat(Percentile.of(hundred, 0.5)).isEqualTo(50);
    assertThat(Percentile.of(hundred, 0.99)).isEqualTo(99);
    assertThat(Percentile.of(hundred, 0.991)).isEqualTo(100);
  }

  @Test
  void percentile_whenAtTheEnds_thenIsTheFirstOrLast() {
    assertThat(Percentile.of(hundred, 0)).isEqualTo(1);
    assertThat(Percentile.of(hundred, 1)).isEqualTo(100);
  }

  @Test
  void percentile_whenOfFew_thenIsOneOfThem() {
    assertThat(Percentile.of(new long[] {7}, 0.99)).isEqualTo(7);
    assertThat(Percentile.of(new long[] {1, 9}, 0.5)).isEqualTo(1);
    assertThat(Percentile.of(new long[0], 0.5)).isZero();
  }
}
