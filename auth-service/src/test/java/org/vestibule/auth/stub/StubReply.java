package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.platform.json.Json;

/** What a stub answers. */
record StubReply(int status, JsonNode body) {
  static StubReply ok(JsonNode body) {
    return new StubReply(200, body);
  }

  static StubReply ok(String json) {
    return ok(Json.parse(json.replace('\'', '"')));
  }

  static StubReply notFound() {
    return new StubReply(404, Json.object().put("errors", "Not found"));
  }

  static StubReply busy() {
    return new StubReply(503, Json.object().put("errors", "busy"));
  }
}
