package org.vestibule.bench.entity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.ProcessorTimes;
import org.vestibule.bench.load.LoadPlan;
import org.vestibule.bench.load.LoadProcess;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadResult;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.load.LoadTarget;

/** Sends calls to one program and counts what it and its database spend. */
record Meter(LoadTarget target, List<Part> parts) {
  private static final Duration SETTLING = Duration.ofSeconds(2);

  /** Calls that go round and round. */
  record Calls(String name, List<LoadRequest> requests, List<String> marks, int connections) {}

  /** Calls and the program that they go to. */
  record Bout(Meter meter, Calls calls) {}

  /** Measures all in turn, as often as is said, so that the machine is the same for all. */
  static List<Measured> inTurn(int rounds, Duration each, Bout... bouts) throws Exception {
    List<List<Measured>> all = IntStream.range(0, bouts.length).mapToObj(i -> rounds()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < bouts.length; i++) {
        all.get(i).add(bouts[i].meter().measure(bouts[i].calls(), SETTLING, each));
      }
    }
    return all.stream().map(Measured::mean).toList();
  }

  private static List<Measured> rounds() {
    return new ArrayList<>();
  }

  Measured measure(Calls calls, Duration warmUp, Duration measured) throws Exception {
    LoadShape shape = new LoadShape(calls.connections(), calls.requests().size(), warmUp, measured);
    try (LoadProcess load =
        LoadProcess.start(new LoadPlan(target, shape, calls.marks(), calls.requests()))) {
      load.awaitStart();
      ProcessorTimes start = ProcessorTimes.of(parts);
      load.awaitEnd();
      double spent = ProcessorTimes.of(parts).since(start).sum().total();
      LoadResult result = load.result().requireAllRight();
      return new Measured(
          calls.name(), result.perSecond(), result.p50(), result.p99(), spent / result.answers());
    }
  }
}
