package org.vestibule.hosted.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.vestibule.platform.json.Json;

/** Answers of OAuth 2.0 endpoints: JSON that nobody stores (hosted-login.md 2). */
public final class OAuthReply {
  private static final String JSON = "application/json;charset=UTF-8";

  private OAuthReply() {}

  /** An answer that pages of this origin may read; null for none. */
  public static Response.ResponseBuilder json(int status, ObjectNode body, String allowedOrigin) {
    return readableBy(allowedOrigin, Response.status(status))
        .header(HttpHeaders.CONTENT_TYPE, JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .entity(Json.bytes(body));
  }

  /** Lets pages of this origin read an answer; null for none. */
  public static Response.ResponseBuilder readableBy(
      String allowedOrigin, Response.ResponseBuilder answer) {
    answer.header(HttpHeaders.VARY, "Origin");
    return allowedOrigin == null
        ? answer
        : answer.header("Access-Control-Allow-Origin", allowedOrigin);
  }
}
