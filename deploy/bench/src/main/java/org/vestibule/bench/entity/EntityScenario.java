package org.vestibule.bench.entity;

import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.load.LoadShape;
import org.vestibule.bench.stack.ProductionStack;

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
    ProductionStack.use(bench, (stack, data) -> new EntityMeasurement(bench, stack, data).run());
  }
}
