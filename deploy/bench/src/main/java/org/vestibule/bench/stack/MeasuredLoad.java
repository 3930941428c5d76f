package org.vestibule.bench.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.figure.ProcessorTimes;
import org.vestibule.bench.load.LoadPlan;
import org.vestibule.bench.load.LoadProcess;
import org.vestibule.bench.load.LoadResult;

/** How a load of a process of its own was answered, and what programs spent on it meanwhile. */
public record MeasuredLoad(LoadResult result, ProcessorTimes spent) {
  /** Runs a load to which every answer is right; its own program is added to the others. */
  public static MeasuredLoad of(LoadPlan plan, List<Part> parts) throws Exception {
    try (LoadProcess load = LoadProcess.start(plan)) {
      return of(load, parts);
    }
  }

  /** The same with a load that was just started. */
  static MeasuredLoad of(LoadProcess load, List<Part> parts) throws IOException {
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part("load generator", load.pid(), Kind.LOAD));
    load.awaitStart();
    ProcessorTimes start = ProcessorTimes.of(all);
    load.awaitEnd();
    ProcessorTimes spent = ProcessorTimes.of(all).since(start);
    return new MeasuredLoad(load.result().requireAllRight(), spent);
  }
}
