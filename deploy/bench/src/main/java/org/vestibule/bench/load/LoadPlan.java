package org.vestibule.bench.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/**
 * A load for another process: the requests go round and round, every right answer has the marks.
 */
public record LoadPlan(
    LoadTarget target, LoadShape shape, List<String> marks, List<LoadRequest> requests) {
  /** The requests, one after the other and from the beginning again. */
  public Supplier<LoadRequest> round() {
    Supplier<LoadRequest> round = new Round<>(requests);
    return requests.stream().anyMatch(LoadRequest::isNumbered) ? new Numbered(round) : round;
  }

  JsonObject json() {
    JsonArray all = new JsonArray();
    for (LoadRequest each : requests) {
      all.add(
          new JsonArray()
              .add(each.method())
              .add(each.path())
              .add(each.authorization())
              .add(each.body()));
    }
    return new JsonObject()
        .put("host", target.host())
        .put("port", target.port())
        .put("shape", shape.json())
        .put("marks", new JsonArray(marks))
        .put("requests", all);
  }

  static LoadPlan from(JsonObject json) {
    return new LoadPlan(
        new LoadTarget(json.getString("host"), json.getInteger("port")),
        LoadShape.from(json.getJsonObject("shape")),
        json.getJsonArray("marks").stream().map(String.class::cast).toList(),
        json.getJsonArray("requests").stream().map(each -> request((JsonArray) each)).toList());
  }

  private static LoadRequest request(JsonArray fields) {
    return new LoadRequest(
        fields.getString(0), fields.getString(1), fields.getString(2), fields.getString(3));
  }
}
