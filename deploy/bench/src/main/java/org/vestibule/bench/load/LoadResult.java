package org.vestibule.bench.load;

import io.vertx.core.json.JsonObject;

/** How a load was answered; times in milliseconds. */
public record LoadResult(
    int answers, int wrong, String firstWrong, double perSecond, double p50, double p99) {
  /** Fails when any answer was not the wanted one: such a run measures something else. */
  public LoadResult requireAllRight() {
    if (wrong > 0 || answers == 0) {
      throw new IllegalStateException(
          String.format(
              "%d wrong answers beside %d right ones; nothing is measured by this. The first: %s",
              wrong, answers, firstWrong));
    }
    return this;
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
