package org.vestibule.bench.directory;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;

/** Times a hit in the directory by the Java Microbenchmark Harness. */
public final class DirectoryScenario implements Scenario {
  private static final double BAR_MICROSECONDS = 5;

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public String purpose() {
    return "a hit in the directory of clients, settings and flows (bar: 5 us)";
  }

  @Override
  public void run(Workbench bench) throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    options.include(DirectoryHit.class.getName()).shouldFailOnError(true);
    for (RunResult run : new Runner(options.build()).run()) {
      Result<?> hit = run.getPrimaryResult();
      bench.tell(
          "a hit: %.3f us +- %.3f (bar %.0f)",
          hit.getScore(), hit.getScoreError(), BAR_MICROSECONDS);
    }
  }
}
