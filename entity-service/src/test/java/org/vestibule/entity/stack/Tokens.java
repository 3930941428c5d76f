package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** Tokens that the stub of auth-service knows. */
public final class Tokens {
  private Tokens() {}

  /** A live token of a record, issued for the login client. */
  public static String issue(TestApplication application, String uuid) {
    return issue(application, uuid, "active");
  }

  public static String issue(TestApplication application, String uuid, String state) {
    String token = UUID.randomUUID().toString();
    ObjectNode grant = Json.object().put("state", state).put("kind", "access");
    grant.put("customerId", application.customerId()).put("applicationId", application.id());
    grant.put("clientId", application.client("login_client").id()).put("entityType", "user");
    grant.put("recordUuid", uuid).putArray("scopes");
    grant.put("expiresAt", Instant.now().plusSeconds(3_600).toString());
    ObjectNode body = Json.object().put("sha256", Digests.sha256Hex(token));
    body.set("grant", grant);
    Stub.post("/stub/tokens", body);
    return token;
  }

  /** How often the access of a record was revoked. */
  public static int revocations(String uuid) {
    return Stub.post("/stub/revocations", Json.object().put("uuid", uuid)).path("count").asInt();
  }
}
