package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The social identities of entity-service: what it answers depends on the identifier alone. */
final class SocialStub {
  private static final String ADMITTED =
      "{'outcome':'admitted'," + EntityStub.RECORD + "," + EntityStub.PROFILE + "}";

  private SocialStub() {}

  static StubReply answer(String path, JsonNode body, ReceivedCalls received) {
    if (path.endsWith("/unlink")) {
      return unlink(name(body.path("identifier")));
    }
    return path.endsWith("/sign-in") ? signIn(body, received) : link(body);
  }

  /** No mail follows: the addresses of these records are verified. */
  static StubReply register(JsonNode body, ReceivedCalls received) {
    if (isTaken(body.path("social"))) {
      return taken();
    }
    StubReply reply = EntityStub.register(body.path("attributes"), received);
    if (reply.body().path("profile") instanceof ObjectNode profile) {
      profile.put("emailVerified", "2026-03-09 14:05:06 +0000");
    }
    return reply;
  }

  private static boolean isTaken(JsonNode identity) {
    return name(identity.path("identifier")).equals("others");
  }

  private static StubReply signIn(JsonNode body, ReceivedCalls received) {
    if (isTaken(body.path("merge"))) {
      return taken();
    }
    String into = body.path("mergeInto").asText(EntityStub.UUID);
    if (!into.equals(EntityStub.UUID)) {
      return StubReply.ok("{'outcome':'elsewhere'}");
    }
    String identifier = body.path("identity").path("identifier").asText();
    return switch (name(body.path("identity").path("identifier"))) {
      case "known" -> StubReply.ok(ADMITTED);
      case "faster" ->
          StubReply.ok(
              received.times("/sign-in", identifier) > 1 ? ADMITTED : "{'outcome':'none'}");
      case "deactivated" ->
          StubReply.ok("{'outcome':'deactivated','record':{'uuid':'" + EntityStub.UUID + "'}}");
      case "used" -> inUse(EntityStub.UUID);
      case "used-elsewhere" -> inUse("00000000-0000-4000-8000-000000000000");
      default -> StubReply.ok("{'outcome':'none'}");
    };
  }

  private static StubReply inUse(String record) {
    return StubReply.ok(
        "{'outcome':'addressInUse','provider':'capture','record':{'uuid':'" + record + "'}}");
  }

  private static StubReply link(JsonNode body) {
    if (isTaken(body.path("identity"))) {
      return taken();
    }
    return StubReply.ok(
        name(body.path("identity").path("identifier")).equals("gone")
            ? "{'outcome':'gone'}"
            : ADMITTED);
  }

  private static StubReply unlink(String name) {
    return StubReply.ok(
        switch (name) {
          case "last" -> "{'outcome':'last'}";
          case "absent" -> "{'outcome':'none'}";
          default -> "{'outcome':'removed'}";
        });
  }

  private static StubReply taken() {
    return EntityStub.violation(361, "unique_violation", "/profiles/identifier", "unique");
  }

  /** What stands behind the last slash, where every test puts its case. */
  private static String name(JsonNode identifier) {
    String text = identifier.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
