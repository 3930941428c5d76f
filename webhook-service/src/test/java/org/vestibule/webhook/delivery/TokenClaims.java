package org.vestibule.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** What a notification says, unverified. */
record TokenClaims(JsonNode json) {
  static TokenClaims of(String token) {
    return new TokenClaims(Json.parse(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
  }

  String id() {
    return json.path("jti").asText();
  }

  String audience() {
    return json.at("/aud/0").asText();
  }

  String event() {
    return json.path("events").elements().next().path("id").asText();
  }

  UUID record() {
    return UUID.fromString(json.path("events").elements().next().path("sub").asText());
  }
}
