package org.vestibule.bench.stack;

import java.util.List;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.load.LoadShape;

/** Access tokens that a server asks for, through the gateway. */
public final class TokenScenario implements Scenario {
  /** An access token for somebody's record. */
  public static final Workload ACCESS_TOKEN =
      new Workload(BenchTenant::accessToken, List.of("\"stat\":\"ok\"", "\"accessToken\":\""));

  @Override
  public String name() {
    return "token";
  }

  @Override
  public String purpose() {
    return "access tokens for a server, no hash (target: 5,000/s, 0.4 CPU ms)";
  }

  @Override
  public LoadShape shape() {
    return LoadShape.OF_SERVICES;
  }

  @Override
  public void run(Workbench bench) throws Exception {
    new StackMeasurement(bench, ACCESS_TOKEN).run().middle().lines().forEach(bench.output());
  }
}
