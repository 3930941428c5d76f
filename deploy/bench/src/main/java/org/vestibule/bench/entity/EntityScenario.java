package org.vestibule.bench.entity;

import java.nio.file.Path;
import java.util.List;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.local.host.TemporaryFolder;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;

/** Records of one entity type with a million profiles, at the port of entity-service. */
public final class EntityScenario implements Scenario {
  @Override
  public String name() {
    return "entity";
  }

  @Override
  public String purpose() {
    return "reads, searches, counts and mass creation beside 1,000,000 profiles (--users N for N)";
  }

  @Override
  public LoadShape shape() {
    return LoadShape.OF_PROFILES;
  }

  @Override
  public void run(Workbench bench) throws Exception {
    TemporaryFolder.use("vestibule-bench-", data -> inStack(bench, data));
  }

  private static List<Measured> inStack(Workbench bench, Path data) throws Exception {
    bench.tell("starting a stack in %s", data);
    StackOptions options =
        StackOptions.in(bench.project(), data).withFlags(MachineFlags.PRODUCTION);
    try (LocalStack stack = LocalStack.start(options)) {
      return new EntityMeasurement(bench, stack, data).run();
    }
  }
}
