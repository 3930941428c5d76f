package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vestibule.platform.json.Json;

/** The calls that a stub received; a test reads and forgets them over HTTP. */
final class ReceivedCalls {
  private final List<JsonNode> calls = new CopyOnWriteArrayList<>();

  void add(HttpExchange exchange, String path, JsonNode body) {
    var call = Json.object().put("path", path);
    call.put("idempotencyKey", exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    call.put("context", exchange.getRequestHeaders().getFirst("Vestibule-Context"));
    call.set("body", body);
    calls.add(call);
  }

  StubReply answer(String method) {
    ArrayNode all = Json.array();
    calls.forEach(all::add);
    if (method.equals("DELETE")) {
      calls.clear();
    }
    return StubReply.ok(all);
  }

  long withKey(String idempotencyKey) {
    return calls.stream()
        .filter(call -> idempotencyKey.equals(call.path("idempotencyKey").asText()))
        .count();
  }

  /** How often a path that ends so was called with this text in the body. */
  long times(String pathEnd, String text) {
    return calls.stream()
        .filter(call -> call.path("path").asText().endsWith(pathEnd))
        .filter(call -> call.path("body").toString().contains(text))
        .count();
  }

  String lastKey() {
    return calls.get(calls.size() - 1).path("idempotencyKey").asText();
  }
}
