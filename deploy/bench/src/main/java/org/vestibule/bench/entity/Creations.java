package org.vestibule.bench.entity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.vestibule.bench.figure.ProcessorTimes;
import org.vestibule.bench.load.Load;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadResult;

/** Creates many records by each call, every one of them new. */
final class Creations {
  static final int PER_CALL = 500;

  private static final int CONNECTIONS = 2;

  private final Meter meter;
  private final ProfileCalls calls;
  private final AtomicLong next = new AtomicLong();

  Creations(Meter meter, ProfileCalls calls) {
    this.meter = meter;
    this.calls = calls;
  }

  /** Records, not calls, in the figures for a second and for the processor. */
  Measured measure(String commitEach, Duration warmUp, Duration measured) throws Exception {
    try (LoadClient client = new LoadClient(meter.target(), CONNECTIONS)) {
      ProcessorTimes[] start = new ProcessorTimes[1];
      LoadResult result =
          new Load(client, () -> call(commitEach), ProfileCalls.ok("uuid_results"))
              .run(warmUp, measured, () -> start[0] = ProcessorTimes.of(meter.parts()))
              .requireAllRight();
      double spent = ProcessorTimes.of(meter.parts()).since(start[0]).sum().total();
      return new Measured(
          "bulkCreate, " + PER_CALL + " a call, commit_each=" + commitEach + ", by the record",
          result.perSecond() * PER_CALL,
          result.p50(),
          result.p99(),
          spent / result.answers() / PER_CALL);
    }
  }

  private LoadRequest call(String commitEach) {
    return calls.bulkCreate("b", next.getAndAdd(PER_CALL), PER_CALL, commitEach);
  }

  /** The records that were asked for. */
  long asked() {
    return next.get();
  }
}
