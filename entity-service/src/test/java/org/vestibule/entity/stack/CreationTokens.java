package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** Creation tokens that the stub of auth-service knows, each for the login client. */
public final class CreationTokens {
  private final Map<String, JsonNode> grants = new ConcurrentHashMap<>();
  private final Map<String, String> records = new ConcurrentHashMap<>();
  private final Map<String, String> confirmed = new ConcurrentHashMap<>();

  /** A new token for records of a type. */
  public static String issue(TestApplication application, String type, String state) {
    String token = UUID.randomUUID().toString();
    ObjectNode grant = Json.object().put("state", state).put("kind", "creation");
    grant.put("customerId", application.customerId()).put("applicationId", application.id());
    grant.put("clientId", application.client("login_client").id()).put("entityType", type);
    grant.put("expiresAt", Instant.now().plusSeconds(3_600).toString()).putArray("scopes");
    ObjectNode body = named(token);
    body.set("grant", grant);
    Stub.post("/stub/creation-tokens/issue", body);
    return token;
  }

  /** The record that is known to have used a token up; empty = none. */
  public static String confirmed(String token) {
    return Stub.post("/stub/creation-tokens/confirmed", named(token)).path("record").asText();
  }

  private static ObjectNode named(String token) {
    return Json.object().put("sha256", Digests.sha256Hex(token));
  }

  JsonNode answer(String operation, JsonNode body) {
    String token = body.path("sha256").asText();
    String record = body.path("recordUuid").asText();
    return switch (operation) {
      case "issue" -> done(grants.put(token, body.path("grant")));
      case "resolve" -> resolved(token);
      case "claim" -> Json.object().put("outcome", claimed(token, record));
      case "confirm" -> done(confirmed.put(token, record));
      default -> Json.object().put("record", confirmed.getOrDefault(token, ""));
    };
  }

  private JsonNode resolved(String token) {
    return grants.getOrDefault(token, Json.object().put("state", "unknown"));
  }

  private String claimed(String token, String record) {
    return records.merge(token, record, (first, second) -> first).equals(record)
        ? "claimed"
        : "taken";
  }

  private static JsonNode done(Object ignored) {
    return Json.object();
  }
}
