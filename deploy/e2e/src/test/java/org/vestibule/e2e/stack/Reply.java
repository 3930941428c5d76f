package org.vestibule.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;

/** The answer to a call. */
public record Reply(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new AssertionError("not JSON: " + text, malformed);
    }
  }

  /** The text at a JSON pointer. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  /** The {@code code} of an error, 0 of a success. */
  public int code() {
    return json().path("code").asInt();
  }
}
