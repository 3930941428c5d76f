package org.vestibule.bench;

import java.nio.file.Path;
import java.util.List;
import org.vestibule.bench.row.RowScenario;
import org.vestibule.bench.start.StartScenario;

/** {@code ./vestibule bench [scenario]}: runs one scenario, or tells which there are. */
public final class Bench {
  private static final List<Scenario> SCENARIOS = List.of(new StartScenario(), new RowScenario());

  private Bench() {}

  /** Argument: the name of a scenario. */
  public static void main(String[] arguments) throws Exception {
    String wanted = arguments.length == 0 ? "" : arguments[0];
    Scenario scenario =
        SCENARIOS.stream().filter(it -> it.name().equals(wanted)).findFirst().orElse(null);
    if (scenario == null) {
      tell("Usage: ./vestibule bench SCENARIO");
      SCENARIOS.forEach(it -> tell(String.format("  %-8s %s", it.name(), it.purpose())));
      System.exit(wanted.isEmpty() ? 0 : 2);
      return;
    }
    Path project = Path.of(System.getProperty("local.project", ".")).toAbsolutePath();
    System.exit(ran(scenario, project) ? 0 : 1);
  }

  private static boolean ran(Scenario scenario, Path project) throws Exception {
    try {
      scenario.run(project, Bench::tell);
      return true;
    } catch (IllegalStateException nothingMeasured) {
      tell("FAILED: " + nothingMeasured.getMessage());
      return false;
    }
  }

  private static void tell(String line) {
    System.out.println(line);
  }
}
