package org.vestibule.bench.config;

import java.nio.file.Path;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.local.host.TemporaryFolder;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.stack.LocalStack;
import org.vestibule.local.stack.StackOptions;

/** Reads and changes of one large flow, at the port of config-service. */
public final class ConfigScenario implements Scenario {
  @Override
  public String name() {
    return "config";
  }

  @Override
  public String purpose() {
    return "reads and changes of a flow with 40 locales and 200 fields";
  }

  @Override
  public void run(Workbench bench) throws Exception {
    TemporaryFolder.use("vestibule-bench-", data -> inStack(bench, data));
  }

  private static Void inStack(Workbench bench, Path data) throws Exception {
    bench.tell("starting a stack in %s", data);
    StackOptions options =
        StackOptions.in(bench.project(), data).withFlags(MachineFlags.PRODUCTION);
    try (LocalStack stack = LocalStack.start(options)) {
      new ConfigMeasurement(bench, stack).run();
    }
    return null;
  }
}
