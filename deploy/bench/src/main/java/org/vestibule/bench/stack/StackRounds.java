package org.vestibule.bench.stack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.vestibule.bench.figure.StackFigures;

/** The same load several times, each between two measurements of the bare hash. */
record StackRounds(List<StackFigures> rounds) {
  StackRounds {
    rounds = rounds.stream().sorted(Comparator.comparingDouble(StackFigures::hashShare)).toList();
  }

  /** The round whose share of the bare hash rate is the median. */
  StackFigures middle() {
    return rounds.get(rounds.size() / 2);
  }

  /** The shares of all rounds, for people. */
  String shares() {
    return rounds.stream()
        .map(it -> Long.toString(Math.round(it.hashShare())))
        .collect(
            Collectors.joining(
                ", ", "", " % of the bare hash rate in the rounds; the middle one is shown"));
  }
}
