package org.vestibule.bench.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** Makes the flow {@code standard} of an application as large as few are. */
final class LargeFlow {
  static final int LOCALES = 40;
  static final int FIELDS = 200;

  private final ConfigClient flow;

  LargeFlow(ConfigClient flow) {
    this.flow = flow;
  }

  void fill() throws IOException, InterruptedException {
    addLocales();
    int there = new JsonArray(flow.get("/fields")).size();
    for (int number = there; number < FIELDS; number++) {
      flow.post("/locales/en-US/fields", field(number, "Label " + number).encode());
    }
  }

  /** Every text that is there in every locale that is added. */
  private void addLocales() throws IOException, InterruptedException {
    int there = new JsonArray(flow.get("/locales")).size();
    JsonArray texts = new JsonArray(flow.get("/translations"));
    for (int i = 0; i < texts.size(); i++) {
      JsonObject values = texts.getJsonObject(i).getJsonObject("values");
      for (int number = there; number < LOCALES; number++) {
        values.put(locale(number), values.getString("en-US"));
      }
    }
    flow.patch("/translations", texts.encode());
  }

  static String locale(int number) {
    return "en-" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }

  static String name(int number) {
    return "field" + number;
  }

  static JsonObject field(int number, String label) {
    return new JsonObject()
        .put("name", name(number))
        .put("type", "text")
        .put("schemaAttribute", "displayName")
        .put("label", label)
        .put("placeholder", "What to enter here")
        .put("tip", "A sentence that says what the field is for")
        .put(
            "validation",
            new JsonArray()
                .add(rule("required", true, "Please enter a value."))
                .add(rule("minLength", 2, "Please enter at least two characters."))
                .add(rule("maxLength", 200, "Please enter at most 200 characters.")));
  }

  private static JsonObject rule(String name, Object value, String message) {
    return new JsonObject().put("rule", name).put("value", value).put("message", message);
  }
}
