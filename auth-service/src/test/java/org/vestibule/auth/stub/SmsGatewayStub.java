package org.vestibule.auth.stub;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vestibule.platform.json.Json;

/** A gateway of text messages as a company that sends them runs it. */
final class SmsGatewayStub {
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** Numbers tell how it goes: one is refused for ever, one is taken at the second attempt. */
  StubReply send(HttpExchange exchange, byte[] body) {
    Received sms =
        new Received(
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            new String(body, StandardCharsets.UTF_8));
    received.add(sms);
    if (sms.body().contains("+4915400")) {
      return new StubReply(400, Json.object().put("error", "no such number"));
    }
    boolean isFirst = received.stream().filter(it -> it.key().equals(sms.key())).count() == 1;
    return sms.body().contains("+4915503") && isFirst
        ? new StubReply(503, Json.object())
        : StubReply.ok("{'id':'1'}");
  }

  StubReply list() {
    return StubReply.ok(Json.tree(received));
  }

  record Received(String type, String authorization, String key, String body) {}
}
