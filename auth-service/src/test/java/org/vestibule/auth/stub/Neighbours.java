package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vestibule.platform.json.Json;

/** What the stubs of the neighbours were asked. */
public final class Neighbours {
  private Neighbours() {}

  /** Calls whose path ends so, oldest first. */
  public static List<JsonNode> calls(String pathEnd) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode call : Json.parse(given().get(url()).asString())) {
      if (call.path("path").asText().endsWith(pathEnd)) {
        found.add(call);
      }
    }
    return found;
  }

  public static void forget() {
    given().delete(url());
  }

  /** The context that travelled with a call. */
  public static JsonNode context(JsonNode call) {
    return Json.parse(Base64.getUrlDecoder().decode(call.path("context").asText()));
  }

  private static String url() {
    return ConfigProvider.getConfig().getValue("test.stub", String.class) + "/_received";
  }
}
