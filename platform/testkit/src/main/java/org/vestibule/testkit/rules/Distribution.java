package org.vestibule.testkit.rules;

import java.util.ArrayList;
import java.util.List;

/** Sizes in order, and what can be said about them. */
record Distribution(List<Integer> sorted) {
  private static final double MOST = 0.9;

  static Distribution of(List<Integer> sizes) {
    return new Distribution(sizes.stream().sorted().toList());
  }

  int median() {
    return at(0.5);
  }

  /** The size that nine of ten do not pass. */
  int most() {
    return at(MOST);
  }

  int maximum() {
    return at(1);
  }

  private int at(double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index));
  }

  List<String> breaches(String what, int medianLimit, int mostLimit) {
    List<String> breaches = new ArrayList<>();
    if (median() > medianLimit) {
      breaches.add(what + ": median " + median() + " lines, allowed " + medianLimit);
    }
    breaches.addAll(breachesOfMost(what, mostLimit));
    return breaches;
  }

  List<String> breachesOfMost(String what, int mostLimit) {
    return most() > mostLimit
        ? List.of(what + ": 90 % within " + most() + " lines, allowed " + mostLimit)
        : List.of();
  }

  @Override
  public String toString() {
    return sorted.size() + " (median " + median() + ", 90 % " + most() + ", max " + maximum() + ")";
  }
}
