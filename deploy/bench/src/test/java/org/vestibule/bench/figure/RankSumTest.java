package org.vestibule.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankSumTest {
  @Test
  void separateSamples_areToldApartWholly() {
    assertThat(RankSum.of(values(1, 2, 3), values(4, 5, 6))).isEqualTo(new RankSum(1, 1, 1));
    assertThat(RankSum.of(values(4, 5, 6), values(1, 2, 3))).isEqualTo(new RankSum(0, 0, 0));
  }

  @Test
  void equalSamples_areNotToldApart() {
    assertThat(RankSum.of(values(1, 2, 3), values(1, 2, 3)).area()).isEqualTo(0.5, within(1e-12));
    assertThat(RankSum.of(values(7, 7), values(7, 7))).isEqualTo(new RankSum(0.5, 0.5, 0.5));
  }

  /** Three of four pairs are in order; both placements are 1/2 and 1, their variance is 1/8. */
  @Test
  void area_andInterval_asByHand() {
    RankSum found = RankSum.of(values(1, 3), values(2, 4));

    assertThat(found.area()).isEqualTo(0.75, within(1e-12));
    assertThat(found.low()).isEqualTo(0.75 - 1.959963984540054 * Math.sqrt(0.125), within(1e-12));
    assertThat(found.high()).isEqualTo(1);
  }

  /** Against every pair, with many ties. */
  @Test
  void area_isTheShareOfOrderedPairs() {
    Random random = new Random(7);
    double[] first = random.ints(300, 0, 40).asDoubleStream().toArray();
    double[] second = random.ints(200, 5, 45).asDoubleStream().toArray();
    double ordered = 0;
    for (double left : first) {
      for (double right : second) {
        ordered += left < right ? 1 : left == right ? 0.5 : 0;
      }
    }

    assertThat(RankSum.of(first, second).area()).isEqualTo(ordered / 60_000, within(1e-12));
  }

  /** Of 400 comparisons of equal distributions about 380 intervals hold one half. */
  @Test
  void interval_holdsTheTruthAsOftenAsItSays() {
    Random random = new Random(11);
    long held =
        IntStream.range(0, 400)
            .mapToObj(i -> RankSum.of(gaussians(random, 120, 0), gaussians(random, 120, 0)))
            .filter(it -> it.low() <= 0.5 && 0.5 <= it.high())
            .count();

    assertThat(held).isBetween(366L, 394L);
  }

  /** A quarter of a deviation apart is an area of 0.57: two thousand pairs show it. */
  @Test
  void smallDifference_isSeen() {
    Random random = new Random(13);
    RankSum same = RankSum.of(gaussians(random, 2_000, 0), gaussians(random, 2_000, 0));
    RankSum apart = RankSum.of(gaussians(random, 2_000, 0), gaussians(random, 2_000, 0.25));

    assertThat(same.isWithin(0.47, 0.53)).isTrue();
    assertThat(apart.isWithin(0.47, 0.53)).isFalse();
    assertThat(apart.low()).isGreaterThan(0.53);
  }

  @Test
  void tooFewValues_areRefused() {
    assertThatThrownBy(() -> RankSum.of(values(1), values(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] gaussians(Random random, int count, double shift) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian() + shift).toArray();
  }

  private static double[] values(double... values) {
    return values;
  }
}
