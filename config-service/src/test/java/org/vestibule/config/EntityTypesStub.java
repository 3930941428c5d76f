package org.vestibule.config;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The names of the entity types of an application, and what happens to their attributes. */
final class EntityTypesStub {
  static final String NOTHING = "{\"errors\":\"Not found\"}";

  private EntityTypesStub() {}

  static String answer(HttpExchange exchange, String path) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.endsWith("/types")) {
      return "{\"names\":[\"user\",\"order\"]}";
    }
    return path.contains("/types/user/attributes/") ? change(body) : NOTHING;
  }

  private static String change(String body) {
    if (body.contains("\"email\"")) {
      return refused(233, "attribute already exists: /email");
    }
    return body.contains("\"uuid\"")
        ? refused(234, "attribute is reserved: /uuid")
        : "{\"outcome\":\"changed\"}";
  }

  private static String refused(int code, String description) {
    return "{\"outcome\":\"refused\",\"violations\":[{\"code\":%d,\"description\":\"%s\"}]}"
        .formatted(code, description);
  }
}
