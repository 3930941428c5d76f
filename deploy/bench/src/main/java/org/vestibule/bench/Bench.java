package org.vestibule.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vestibule.bench.config.ConfigScenario;
import org.vestibule.bench.directory.DirectoryScenario;
import org.vestibule.bench.entity.EntityScenario;
import org.vestibule.bench.keycloak.KeycloakScenario;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.row.RowScenario;
import org.vestibule.bench.stack.LoginScenario;
import org.vestibule.bench.stack.QueueScenario;
import org.vestibule.bench.stack.RegisterScenario;
import org.vestibule.bench.stack.TimingScenario;
import org.vestibule.bench.stack.TokenScenario;
import org.vestibule.bench.start.StartScenario;

/** {@code ./vestibule bench [scenario]}: runs one scenario, or tells which there are. */
public final class Bench {
  private static final List<Scenario> SCENARIOS =
      List.of(
          new StartScenario(),
          new RowScenario(),
          new LoginScenario(),
          new RegisterScenario(),
          new TokenScenario(),
          new TimingScenario(),
          new EntityScenario(),
          new ConfigScenario(),
          new QueueScenario(),
          new DirectoryScenario(),
          new KeycloakScenario());

  private Bench() {}

  /** Arguments: the name of a scenario, and options of its load. */
  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    String wanted = words.isEmpty() ? "" : words.get(0);
    Scenario scenario =
        SCENARIOS.stream().filter(it -> it.name().equals(wanted)).findFirst().orElse(null);
    if (scenario == null) {
      usage();
      System.exit(wanted.isEmpty() ? 0 : 2);
      return;
    }
    System.exit(run(scenario, words.subList(1, words.size())));
  }

  private static void usage() {
    tell("Usage: ./vestibule bench SCENARIO " + LoadShape.USAGE);
    SCENARIOS.forEach(it -> tell(String.format("  %-9s %s", it.name(), it.purpose())));
  }

  private static int run(Scenario scenario, List<String> options) {
    Path project = Path.of(System.getProperty("local.project", ".")).toAbsolutePath();
    try {
      scenario.run(new Workbench(project, scenario.shape().with(options), Bench::tell));
      return 0;
    } catch (IllegalArgumentException wrongOption) {
      tell(wrongOption.getMessage() + "; options: " + LoadShape.USAGE);
      return 2;
    } catch (Exception nothingMeasured) {
      tell("FAILED: " + nothingMeasured.getMessage());
      return 1;
    }
  }

  private static void tell(String line) {
    System.out.println(line);
  }
}
