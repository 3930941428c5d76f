package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** How a load was answered; times in milliseconds. */
public record LoadResult(
    int answers, int wrong, String firstWrong, double perSecond, double p50, double p99) {
  /**
   * Fails when any answer, in the warm-up or later, was not the wanted one: such a run measures
   * something else.
   */
  public LoadResult requireAllRight() {
    if (wrong > 0 || answers == 0) {
      throw new IllegalStateException(
          String.format(
              "%d wrong answers beside %d right ones; nothing is measured by this. The first: %s",
              wrong, answers, firstWrong));
    }
    return this;
  }

  /** For people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%.1f requests/s, p50 %.2f ms, p99 %.2f ms, %d answers, none wrong",
        perSecond,
        p50,
        p99,
        answers);
  }

  JsonObject json() {
    return new JsonObject()
        .put("answers", answers)
        .put("wrong", wrong)
        .put("first_wrong", firstWrong)
        .put("per_second", perSecond)
        .put("p50", p50)
        .put("p99", p99);
  }

  static LoadResult from(JsonObject json) {
    return new LoadResult(
        json.getInteger("answers"),
        json.getInteger("wrong"),
        json.getString("first_wrong"),
        json.getDouble("per_second"),
        json.getDouble("p50"),
        json.getDouble("p99"));
  }
}
