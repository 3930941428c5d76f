package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** The records of entity-service as look-ups and changes need them. */
final class AccountStub {
  private static final String ADDRESS = "jo@example.com";

  private AccountStub() {}

  static StubReply find(JsonNode body) {
    if (body.path("keyAttribute").asText().equals("nowhere")) {
      return refused(223, "unknown_attribute", "/nowhere");
    }
    if (FactorPersonStub.knows(body)) {
      return FactorPersonStub.find(body);
    }
    String identifier = body.path("identifier").asText(ADDRESS);
    if (identifier.startsWith("stranger") || body.path("uuid").asText().startsWith("00000000")) {
      return StubReply.ok("{'outcome':'none'}");
    }
    ObjectNode found = Json.object().put("outcome", "found");
    found.putObject("record").put("uuid", EntityStub.UUID).put("id", 4711);
    if (body.has("clientId")) {
      found.put("hasPassword", !identifier.startsWith("social"));
      found.set("profile", profile(identifier));
    }
    return StubReply.ok(found);
  }

  static StubReply change(JsonNode body) {
    String current = body.path("currentPassword").asText("Test.123");
    if (!current.equals("Test.123")) {
      String outcome = current.equals("none") ? "noPassword" : "wrongPassword";
      return StubReply.ok(Json.object().put("outcome", outcome));
    }
    String expected = body.path("expect").path("sha256").asText(Digests.sha256Hex(ADDRESS));
    if (!expected.equals(Digests.sha256Hex(ADDRESS))) {
      return StubReply.ok("{'outcome':'different'}");
    }
    JsonNode attributes = body.path("attributes");
    if (attributes.path("email").asText().equals("taken@example.com")) {
      return refused(361, "unique_violation", "/email");
    }
    return attributes.path("password").asText().equals("Before.123")
        ? refused(352, "password_unacceptable", "/password")
        : changed(body, attributes);
  }

  private static StubReply changed(JsonNode body, JsonNode attributes) {
    ObjectNode changed = Json.object().put("outcome", "changed");
    changed.putObject("record").put("uuid", EntityStub.UUID);
    ArrayNode names = changed.putArray("changed");
    attributes.fieldNames().forEachRemaining(names::add);
    if (body.has("stamp")) {
      names.add(body.path("stamp").asText());
    }
    changed.putObject("before").put("email", ADDRESS);
    if (body.has("proof")) {
      changed.put("firstProof", true);
      addVerified(names, body.path("proof"));
    }
    changed.set("profile", profile(attributes.path("email").asText(ADDRESS)));
    return StubReply.ok(changed);
  }

  private static void addVerified(ArrayNode names, JsonNode proof) {
    if (proof.path("verifies").asBoolean()) {
      names.add(proof.path("verifiedBy").asText());
    }
  }

  private static ObjectNode profile(String address) {
    ObjectNode profile = Json.object().put("uuid", EntityStub.UUID).put("email", address);
    profile.put("displayName", "Jo <b>&amp; {*&email_verification_url*}");
    return address.startsWith("verified")
        ? profile.put("emailVerified", "2026-03-09 14:05:06 +0000")
        : profile.putNull("emailVerified");
  }

  private static StubReply refused(int code, String error, String attribute) {
    return StubReply.ok(
        "{'outcome':'refused','violations':[{'code':%d,'error':'%s','attribute':'%s','constraint':null,'description':'not good','members':{'attribute_name':'%s'}}]}"
            .formatted(code, error, attribute, attribute));
  }
}
