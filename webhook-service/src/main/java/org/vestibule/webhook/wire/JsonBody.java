package org.vestibule.webhook.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.http.EdgeRequest;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/** The JSON object of a request body. */
public final class JsonBody {
  private static final int MAX_BYTES = 64 * 1024;

  private JsonBody() {}

  /** The object; refuses another media type, a large body, other text and another JSON value. */
  public static ObjectNode of(EdgeRequest request, String mediaType) {
    if (!request.mediaType().equals(mediaType)) {
      throw new StandardProblem.UnsupportedMediaType(request.mediaType()).exception();
    }
    if (request.body().length > MAX_BYTES) {
      throw new WebhookProblem.Invalid("The request body is larger than 64 KiB").exception();
    }
    if (parse(request.body()) instanceof ObjectNode object) {
      return object;
    }
    throw notAnObject();
  }

  private static Object parse(byte[] body) {
    try {
      return Json.parse(body);
    } catch (Json.Malformed malformed) {
      throw notAnObject();
    }
  }

  private static RuntimeException notAnObject() {
    return new WebhookProblem.Invalid("The request body is not a JSON object").exception();
  }
}
