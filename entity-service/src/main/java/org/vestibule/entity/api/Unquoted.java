package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.platform.json.Json;

/** Reads texts that some clients send as JSON strings and others as they are. */
final class Unquoted {
  private Unquoted() {}

  static String text(String given) {
    try {
      JsonNode json = Json.parse(given);
      return json.isTextual() ? json.textValue() : given;
    } catch (Json.Malformed plain) {
      return given;
    }
  }
}
