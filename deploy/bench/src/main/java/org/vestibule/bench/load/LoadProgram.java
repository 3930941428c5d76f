package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The load as a process of its own, so that its processor time is not counted as the stack's. */
public final class LoadProgram {
  static final String STARTED = "measuring";
  static final String ENDED = "measured";

  private LoadProgram() {}

  /**
   * Reads a plan, tells when it measures, and writes the result; then the same again for each shape
   * that it reads.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    LoadPlan plan = LoadPlan.from(new JsonObject(input.readLine()));
    Supplier<LoadRequest> round = plan.round();
    try (LoadClient client = new LoadClient(plan.target(), plan.shape().connections())) {
      measure(plan.shape(), new Load(client, round, plan.marks()));
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        LoadShape next = LoadShape.from(new JsonObject(line));
        measure(next, new Load(client, round, plan.marks()));
      }
    }
  }

  private static void measure(LoadShape shape, Load load) throws InterruptedException {
    LoadResult result = load.run(shape.warmUp(), shape.measured(), () -> tell(STARTED));
    tell(ENDED);
    tell(result.json().encode());
  }

  private static void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
