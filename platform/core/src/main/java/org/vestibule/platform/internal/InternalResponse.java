package org.vestibule.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.platform.json.Json;

/**
 * The answer of another service: HTTP status and JSON body (an empty object when there is none).
 */
public record InternalResponse(int status, JsonNode body) {
  /** Whether the thing asked for does not exist. */
  public boolean isNotFound() {
    return status == 404;
  }

  /** Whether the other service is working at its limit and did nothing. */
  public boolean isBusy() {
    return status == 503 && "busy".equals(body.path("errors").asText());
  }

  /** Whether the call did what it should. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** The body as a record. */
  public <T> T as(Class<T> type) {
    return Json.read(body, type);
  }
}
