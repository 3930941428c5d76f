package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.auth.form.TestFlows;
import org.vestibule.platform.json.Json;

/** entity-service as the tests need it: what it answers depends on the e-mail address alone. */
final class EntityStub {
  static final String UUID = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  static final String RECORD = "'record':{'uuid':'" + UUID + "','id':4711}";
  static final String PROFILE =
      "'profile':{'uuid':'"
          + UUID
          + "','id':4711,'created':'2026-03-09 14:05:06.649505 +0000','email':'jo@example.com','emailVerified':null,'password':null,'profiles':[]}";

  private EntityStub() {}

  static StubReply answer(String path, JsonNode body, ReceivedCalls received) {
    if (path.contains("/types/nobody")) {
      return StubReply.notFound();
    }
    if (path.contains("/social/")) {
      return SocialStub.answer(path, body, received);
    }
    if (path.endsWith("/credentials/check")) {
      return check(body);
    }
    if (path.endsWith("/registrations")) {
      return body.has("social")
          ? SocialStub.register(body, received)
          : register(body.path("attributes"), received);
    }
    if (path.endsWith("/records/find")) {
      return AccountStub.find(body);
    }
    if (path.endsWith("/changes")) {
      return AccountStub.change(body);
    }
    if (path.endsWith("/values/taken")) {
      return taken(body.path("value").asText());
    }
    return StubReply.ok(schema());
  }

  private static JsonNode schema() {
    return Json.tree(TestFlows.userSchema());
  }

  private static StubReply check(JsonNode body) {
    boolean right = body.path("password").asText().equals("Test.123");
    String identifier = body.path("identifier").asText();
    if (identifier.startsWith("stranger")) {
      return mismatch("null");
    }
    return switch (identifier) {
      case "busy@example.com" -> StubReply.busy();
      case "broken@example.com" -> new StubReply(500, Json.object());
      case "deactivated@example.com" -> right ? deactivated() : mismatch("{'uuid':'" + UUID + "'}");
      default -> right ? match() : mismatch("{'uuid':'" + UUID + "'}");
    };
  }

  private static StubReply match() {
    return StubReply.ok("{'outcome':'match'," + RECORD + "," + PROFILE + ",'wasKnown':true}");
  }

  private static StubReply mismatch(String record) {
    return StubReply.ok("{'outcome':'mismatch','record':" + record + "}");
  }

  private static StubReply deactivated() {
    return StubReply.ok(
        "{'outcome':'deactivated','record':{'uuid':'"
            + UUID
            + "'},'since':'2026-03-09T14:05:06Z'}");
  }

  static StubReply register(JsonNode attributes, ReceivedCalls received) {
    return switch (attributes.path("email").asText()) {
      case "busy@example.com" -> StubReply.busy();
      case "raced@example.com" -> violation(361, "unique_violation", "/email", "unique");
      case "rule@example.com" -> violation(360, "constraint_violation", "/nowhere", "rule");
      case "late@example.com" ->
          received.withKey(received.lastKey()) == 1 ? new StubReply(500, Json.object()) : created();
      default -> created();
    };
  }

  private static StubReply created() {
    return StubReply.ok("{'outcome':'created'," + RECORD + "," + PROFILE + "}");
  }

  static StubReply violation(int code, String error, String attribute, String constraint) {
    return StubReply.ok(
        "{'outcome':'refused','violations':[{'code':%d,'error':'%s','attribute':'%s','constraint':'%s','description':'not good'}]}"
            .formatted(code, error, attribute, constraint));
  }

  private static StubReply taken(String value) {
    boolean taken = value.equals("taken@example.com") || value.endsWith("/others");
    return StubReply.ok(Json.object().put("taken", taken));
  }
}
