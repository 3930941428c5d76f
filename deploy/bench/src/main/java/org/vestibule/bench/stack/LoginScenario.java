package org.vestibule.bench.stack;

import java.util.List;
import org.vestibule.bench.Scenario;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.figure.StackFigures;
import org.vestibule.bench.load.LoadShape;

/** Sign-ins by e-mail address and password through the gateway. */
public final class LoginScenario implements Scenario {
  private static final double TARGET_MILLISECONDS = 2;

  /** A sign-in of somebody who is registered. */
  public static final Workload SIGN_IN =
      new Workload(
          BenchTenant::signIn,
          List.of("\"stat\":\"ok\"", "\"access_token\":\"", "\"capture_user\""));

  @Override
  public String name() {
    return "login";
  }

  @Override
  public String purpose() {
    return "sign-ins by password, what they cost beside the hash (target: 2 CPU ms)";
  }

  @Override
  public LoadShape shape() {
    return LoadShape.OF_SERVICES;
  }

  @Override
  public void run(Workbench bench) throws Exception {
    StackRounds rounds = new StackMeasurement(bench, SIGN_IN, TokenScenario.ACCESS_TOKEN).run();
    StackFigures figures = rounds.middle();
    figures.lines().forEach(bench.output());
    figures.besideHash("a sign-in", TARGET_MILLISECONDS).forEach(bench.output());
    bench.output().accept(rounds.shares());
  }
}
