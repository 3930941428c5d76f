package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** How much load for how long: the connections, the people it is spread over, and the times. */
public record LoadShape(int connections, int users, Duration warmUp, Duration measured) {
  /** For programs that are warm after a few seconds. */
  public static final LoadShape OF_PLAIN_PROGRAMS =
      new LoadShape(16, 1_000, Duration.ofSeconds(5), Duration.ofSeconds(20));

  /**
   * For whole services: their compiler needs minutes, and few connections fill the processors with
   * hashes.
   */
  public static final LoadShape OF_SERVICES =
      new LoadShape(8, 1_000, Duration.ofSeconds(120), Duration.ofSeconds(60));

  /** For reads and searches beside many profiles. */
  public static final LoadShape OF_PROFILES =
      new LoadShape(16, 1_000_000, Duration.ofSeconds(90), Duration.ofSeconds(30));

  public static final String USAGE =
      "[--connections N] [--users N] [--warm-up SECONDS] [--measured SECONDS]";

  /** As long as the warm-up, with nothing measured that counts. */
  public LoadShape heating() {
    return new LoadShape(connections, users, Duration.ofMillis(1), warmUp);
  }

  /** One of several rounds that share the measured time; programs are warm already. */
  public LoadShape round(int rounds) {
    return new LoadShape(connections, users, Duration.ofSeconds(3), measured.dividedBy(rounds));
  }

  JsonObject json() {
    return new JsonObject()
        .put("connections", connections)
        .put("users", users)
        .put("warm_up_ms", warmUp.toMillis())
        .put("measured_ms", measured.toMillis());
  }

  static LoadShape from(JsonObject json) {
    return new LoadShape(
        json.getInteger("connections"),
        json.getInteger("users"),
        Duration.ofMillis(json.getLong("warm_up_ms")),
        Duration.ofMillis(json.getLong("measured_ms")));
  }

  /** The same with what the command line says. */
  public LoadShape with(List<String> options) {
    LoadShape shape = this;
    for (int i = 0; i < options.size(); i += 2) {
      shape = shape.with(options.get(i), i + 1 < options.size() ? options.get(i + 1) : "");
    }
    return shape;
  }

  private LoadShape with(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,7}")) {
      throw new IllegalArgumentException(option + " needs a number from 1 to 99999999");
    }
    int number = Integer.parseInt(value);
    return switch (option) {
      case "--connections" -> new LoadShape(number, users, warmUp, measured);
      case "--users" -> new LoadShape(connections, number, warmUp, measured);
      case "--warm-up" -> new LoadShape(connections, users, Duration.ofSeconds(number), measured);
      case "--measured" -> new LoadShape(connections, users, warmUp, Duration.ofSeconds(number));
      default -> throw new IllegalArgumentException("there is no option " + option);
    };
  }
}
