package org.vestibule.config.flow.wire;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.vestibule.platform.json.Json;

/** Answers of flow operations beside plain JSON. */
public final class FlowReply {
  private FlowReply() {}

  /** HTTP 201 with the created thing. */
  public static Response created(String location, JsonNode body) {
    return reply(201, "application/json", Json.bytes(body))
        .header(HttpHeaders.LOCATION, location)
        .build();
  }

  /** HTTP 201 with several created things. */
  public static Response created(JsonNode body) {
    return reply(201, "application/json", Json.bytes(body)).build();
  }

  /** HTTP 204. */
  public static Response changed() {
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** HTTP 200 with a text of this media type. */
  public static Response text(String type, String body) {
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    return reply(200, type + "; charset=UTF-8", utf8)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Response.ResponseBuilder reply(int status, String type, byte[] body) {
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
  }
}
