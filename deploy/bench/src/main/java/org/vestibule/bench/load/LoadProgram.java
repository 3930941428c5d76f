package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The load as a process of its own, so that its processor time is not counted as the stack's. */
public final class LoadProgram {
  static final String STARTED = "measuring";
  static final String ENDED = "measured";

  private LoadProgram() {}

  /** Reads a plan, tells when it measures, and writes the result. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    LoadPlan plan = LoadPlan.from(new JsonObject(text));
    LoadShape shape = plan.shape();
    try (LoadClient client = new LoadClient(plan.target(), shape.connections())) {
      Load load = new Load(client, plan.round(), plan.marks());
      LoadResult result = load.run(shape.warmUp(), shape.measured(), () -> tell(STARTED));
      tell(ENDED);
      tell(result.json().encode());
    }
  }

  private static void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
