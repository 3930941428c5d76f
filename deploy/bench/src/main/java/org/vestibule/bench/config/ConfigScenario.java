package org.vestibule.bench.config;

import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.stack.ProductionStack;

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
    ProductionStack.use(
        bench,
        (stack, data) -> {
          new ConfigMeasurement(bench, stack).run();
          return null;
        });
  }
}
