package org.vestibule.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;

/** Answers of the configuration family: UTF-8 JSON that nobody may store. */
public final class ConfigReply {
  private ConfigReply() {}

  /** HTTP 200 with a body. */
  public static Response ok(JsonNode body) {
    return json(200, body).build();
  }

  /** HTTP 201 with the place of what was made, and the thing itself. */
  public static Response created(String location, JsonNode body) {
    return json(201, body).header(HttpHeaders.LOCATION, location).build();
  }

  /** HTTP 204. */
  public static Response noContent() {
    return Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  static Response.ResponseBuilder json(int status, JsonNode body) {
    return Response.status(status)
        .header(HttpHeaders.CONTENT_TYPE, "application/json")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Json.bytes(body));
  }
}
