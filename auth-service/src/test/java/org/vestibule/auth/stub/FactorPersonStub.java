package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** Records of people with second factors; what they have stands in their uuid. */
final class FactorPersonStub {
  private static final String DATE = "2026-03-09 14:05:06 +0000";

  private FactorPersonStub() {}

  static boolean knows(JsonNode body) {
    return body.path("uuid").asText().startsWith("fac");
  }

  static StubReply find(JsonNode body) {
    String uuid = body.path("uuid").asText();
    ObjectNode found = Json.object().put("outcome", "found").put("hasPassword", true);
    found.putObject("record").put("uuid", uuid).put("id", 4712);
    ObjectNode profile = found.putObject("profile").put("uuid", uuid);
    profile.put("email", FactorPeople.email(uuid)).put("mobileNumber", FactorPeople.number(uuid));
    switch (uuid.charAt(3)) {
      case '1' -> profile.put("emailVerified", DATE);
      case '2' -> profile.put("emailVerified", DATE).put("mobileNumberVerified", DATE);
      case '4' -> profile.put("emailVerified", DATE).put("deactivateAccount", DATE);
      default -> profile.putNull("emailVerified").putNull("mobileNumberVerified");
    }
    return StubReply.ok(found);
  }
}
