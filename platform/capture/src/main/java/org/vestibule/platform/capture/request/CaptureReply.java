package org.vestibule.platform.capture.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;

/** Replies of the registration-domain families: JSON that nobody stores (authentication.md 1.3). */
public final class CaptureReply {
  private CaptureReply() {}

  /** {@code "stat":"ok"} with the given members behind it. */
  public static Response ok(ObjectNode members) {
    ObjectNode body = Json.object().put("stat", "ok");
    body.setAll(members);
    return json(200, Json.write(body)).build();
  }

  /** {@code {"stat":"ok"}}. */
  public static Response ok() {
    return ok(Json.object());
  }

  /** A success whose text is ready, {@code "stat":"ok"} included. */
  public static Response okText(String json) {
    return json(200, json).build();
  }

  /** A reply with a ready JSON text. */
  public static Response.ResponseBuilder json(int status, String json) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .entity(json);
  }
}
