package org.vestibule.config;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The entity types that every application has in tests, and what happens to their attributes. */
final class EntityTypesStub {
  private static final String USER =
      """
      {"id":"1","name":"user","version":3,"accessSchemas":{},"attributes":[
        {"name":"uuid","type":"uuid","description":"a name"},
        {"name":"email","type":"string","length":256,"case-sensitive":false,
         "constraints":["required","unique","email-address"],"features":["query"]},
        {"name":"primaryAddress","type":"object","attr_defs":[
          {"name":"city","type":"string","length":100,"case-sensitive":true}]}]}
      """;

  static final String NOTHING = "{\"errors\":\"Not found\"}";

  private EntityTypesStub() {}

  static String answer(HttpExchange exchange, String path) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.endsWith("/types")) {
      return "{\"names\":[\"user\",\"order\"]}";
    }
    if (path.endsWith("/types/user")) {
      return USER;
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
