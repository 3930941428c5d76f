package org.vestibule.bench.keycloak;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.LocalHttp.Reply;
import org.vestibule.testkit.service.RandomText;

/** A realm with one confidential client and its users, made by the administrative API. */
final class KeycloakRealm {
  private static final String REALM = "bench";
  private static final String CLIENT = "shop";
  private static final String PASSWORD = "correct-horse-9";
  private static final String TOKEN = "/realms/%s/protocol/openid-connect/token";
  private static final int BATCH = 50;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int HOURS = 4 * 3_600;

  private final KeycloakServer server;
  private final String secret = RandomText.token();

  KeycloakRealm(KeycloakServer server) {
    this.server = server;
  }

  void create(int users) throws IOException {
    post("/admin/realms", realm(), CREATED);
    post("/admin/realms/" + REALM + "/clients", client(), CREATED);
    for (int first = 0; first < users; first += BATCH) {
      importUsers(first, Math.min(users, first + BATCH));
    }
  }

  private void importUsers(int first, int end) throws IOException {
    JsonArray users =
        new JsonArray(IntStream.range(first, end).mapToObj(number -> user(name(number))).toList());
    JsonObject wanted = new JsonObject().put("ifResourceExists", "FAIL").put("users", users);
    JsonObject done = post("/admin/realms/" + REALM + "/partialImport", wanted, OK);
    if (done.getInteger("added", 0) != users.size()) {
      throw new IllegalStateException("Keycloak did not take all users: " + done);
    }
  }

  private JsonObject realm() {
    // Its own rules for passwords: the hash is its default, which is what is compared.
    return new JsonObject().put("realm", REALM).put("enabled", true).put("sslRequired", "none");
  }

  private JsonObject client() {
    return new JsonObject()
        .put("clientId", CLIENT)
        .put("secret", secret)
        .put("publicClient", false)
        .put("standardFlowEnabled", false)
        .put("directAccessGrantsEnabled", true)
        .put("serviceAccountsEnabled", true);
  }

  private static JsonObject user(String name) {
    JsonObject password =
        new JsonObject().put("type", "password").put("value", PASSWORD).put("temporary", false);
    return new JsonObject()
        .put("username", name)
        .put("email", name)
        .put("emailVerified", true)
        .put("firstName", "Jo")
        .put("lastName", "Example")
        .put("enabled", true)
        .put("credentials", new JsonArray().add(password));
  }

  private static String name(int number) {
    return "bench-" + number + "@example.com";
  }

  // An administrator's token lives for a minute, so each call gets one of its own.
  private JsonObject post(String path, JsonObject body, int expected) throws IOException {
    return call("POST", path, body, expected);
  }

  private JsonObject call(String method, String path, JsonObject body, int expected)
      throws IOException {
    Reply reply = LocalHttp.call(method, server.url() + path, adminToken(), body.encode());
    if (reply.status() != expected) {
      throw new IllegalStateException(method + " " + path + ": " + reply);
    }
    return reply.body().isEmpty() ? new JsonObject() : new JsonObject(reply.body());
  }

  private String adminToken() throws IOException {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            KeycloakServer.ADMIN,
            "password",
            server.adminPassword());
    Reply reply = LocalHttp.postForm(server.url() + TOKEN.formatted("master"), form);
    if (reply.status() != OK) {
      throw new IllegalStateException("no token for the administrator: " + reply);
    }
    return new JsonObject(reply.body()).getString("access_token");
  }

  /** A sign-in of each user by the direct grant. */
  List<LoadRequest> signIns(int users) {
    return IntStream.range(0, users)
        .mapToObj(number -> Map.of("username", name(number), "password", PASSWORD))
        .map(who -> token("password", who))
        .toList();
  }

  /** A new user by the administrative API, each with an address that nobody had. */
  LoadRequest registration() throws IOException {
    // The token must outlive the comparison: a load cannot ask for another one.
    JsonObject lives =
        new JsonObject().put("accessTokenLifespan", HOURS).put("ssoSessionIdleTimeout", HOURS);
    call("PUT", "/admin/realms/master", lives, NO_CONTENT);
    JsonObject fresh = user("fresh-" + LoadRequest.NUMBER + "@example.com");
    return LoadRequest.json("/admin/realms/" + REALM + "/users", fresh).bearing(adminToken());
  }

  /** A token for the client itself. */
  LoadRequest clientToken() {
    return token("client_credentials", Map.of());
  }

  private LoadRequest token(String grant, Map<String, String> who) {
    Map<String, String> form = new LinkedHashMap<>(who);
    form.put("grant_type", grant);
    return LoadRequest.form(TOKEN.formatted(REALM), form).as(CLIENT, secret);
  }
}
