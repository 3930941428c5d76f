package org.vestibule.config.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;

/** The JSON object of a request body (configuration.md 0.3). */
public final class JsonBody {
  private static final String JSON = "application/json";

  private JsonBody() {}

  /** The object; refuses another media type, other text, another JSON value, and no body. */
  public static ObjectNode of(EdgeRequest request) {
    String type = request.mediaType();
    if (!type.isEmpty() && !type.equals(JSON)) {
      throw ConfigError.NOT_JSON.problem().exception();
    }
    if (parse(request.body()) instanceof ObjectNode object) {
      return object;
    }
    throw ConfigError.MALFORMED_BODY.problem().exception();
  }

  private static Object parse(byte[] body) {
    try {
      return Json.parse(body);
    } catch (Json.Malformed malformed) {
      return malformed;
    }
  }
}
