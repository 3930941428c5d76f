package org.vestibule.entity.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import org.vestibule.entity.stack.TestApplication;
import org.vestibule.platform.json.Json;

/** Calls of the internal export as the operator's command line makes them. */
final class Exports {
  private Exports() {}

  static ObjectNode all() {
    return Json.object().put("after", 0).put("limit", 1_000);
  }

  static List<JsonNode> page(TestApplication application, ObjectNode request) {
    return page(Imports.of(application), request);
  }

  static List<JsonNode> page(Imports calls, ObjectNode request) {
    return tryPage(calls, request)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(Json::parse)
        .toList();
  }

  static Response tryPage(TestApplication application, String caller, ObjectNode request) {
    return tryPage(new Imports(application, caller), request);
  }

  private static Response tryPage(Imports calls, ObjectNode request) {
    return calls
        .request()
        .contentType("application/json")
        .body(Json.write(request))
        .post(calls.path("").replace("imports", "exports"));
  }
}
