package org.vestibule.bench.figure;

import java.util.Arrays;

/**
 * How well two samples can be told apart: the probability that a value of the second is larger than
 * one of the first (the area under the curve, ties count half), with its 95 % interval after
 * DeLong.
 */
public record RankSum(double area, double low, double high) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Compares two samples of at least two values each. */
  public static RankSum of(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      throw new IllegalArgumentException("two values of each sample are the least");
    }
    double[] below = placements(second, first);
    double[] above = placements(first, second);
    double area = mean(below);
    double deviation = Math.sqrt(variance(below) / below.length + variance(above) / above.length);
    double distance = NORMAL_95 * deviation;
    return new RankSum(area, Math.max(0, area - distance), Math.min(1, area + distance));
  }

  /** Whether the whole interval lies within these bounds. */
  public boolean isWithin(double lowest, double highest) {
    return low >= lowest && high <= highest;
  }

  /** For each value the share of the others that are smaller, equal ones half. */
  private static double[] placements(double[] values, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .map(it -> (below(sorted, it) + notAbove(sorted, it)) / 2.0 / sorted.length)
        .toArray();
  }

  private static int below(double[] sorted, double value) {
    return border(sorted, value, false);
  }

  private static int notAbove(double[] sorted, double value) {
    return border(sorted, value, true);
  }

  /** How many sorted values are smaller than a value, or no larger. */
  private static int border(double[] sorted, double value, boolean orEqual) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean isBelow = orEqual ? sorted[middle] <= value : sorted[middle] < value;
      if (isBelow) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    return squares / (values.length - 1);
  }
}
