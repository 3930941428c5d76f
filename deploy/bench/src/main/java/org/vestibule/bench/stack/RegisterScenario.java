package org.vestibule.bench.stack;

import java.util.List;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.StackFigures;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadShape;

/** Registrations with a password through the gateway, everybody with an address of their own. */
public final class RegisterScenario implements Scenario {
  private static final double TARGET_MILLISECONDS = 3;
  private static final String NOBODY_YET = "fresh-" + LoadRequest.NUMBER + "@example.com";

  /** A registration of somebody who is nobody's double. */
  public static final Workload REGISTRATION =
      new Workload(
          (tenant, person) -> tenant.registration(NOBODY_YET),
          List.of("\"stat\":\"ok\"", "\"access_token\":\"", "\"email\":\"fresh-"));

  @Override
  public String name() {
    return "register";
  }

  @Override
  public String purpose() {
    return "registrations with password, what they cost beside the hash (target: 3 CPU ms)";
  }

  @Override
  public LoadShape shape() {
    return LoadShape.OF_SERVICES;
  }

  @Override
  public void run(Workbench bench) throws Exception {
    StackRounds rounds =
        new StackMeasurement(bench, REGISTRATION, TokenScenario.ACCESS_TOKEN).run();
    StackFigures figures = rounds.middle();
    figures.lines().forEach(bench.output());
    figures.besideHash("a registration", TARGET_MILLISECONDS).forEach(bench.output());
    bench.output().accept(rounds.shares());
  }
}
