package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** What config-service says of the applications and clients under test. */
final class ConfigAnswers {
  private static final Keyring KEYRING =
      Keyring.parse(TestConfig.secrets().keyring(), new SecureRandomSource());

  private static final Map<String, Map<String, String>> SETTINGS = new ConcurrentHashMap<>();

  private ConfigAnswers() {}

  static JsonNode client(TestClient client) {
    ObjectNode json = Json.object();
    json.put("id", client.id());
    json.put("applicationId", client.application().id());
    json.put("customerId", client.application().customerId());
    json.put("name", client.feature());
    json.putArray("features").add(client.isFenced() ? "owner" : client.feature());
    json.putArray("ipWhitelist").add(client.isFenced() ? "192.0.2.0/24" : "0.0.0.0/0");
    json.putArray("secrets").add(secret(client));
    json.putObject("settings");
    json.set("applicationSettings", settings(client.application()));
    return json;
  }

  static JsonNode domain(TestApplication application) {
    return Json.object()
        .put("applicationId", application.id())
        .put("customerId", application.customerId());
  }

  static JsonNode application(TestApplication application) {
    ObjectNode json = Json.object();
    json.put("id", application.id());
    json.put("customerId", application.customerId());
    json.put("name", application.name());
    json.put("primaryDomain", application.host());
    json.putArray("domains").add(application.host());
    json.set("settings", settings(application));
    return json;
  }

  private static ObjectNode settings(TestApplication application) {
    ObjectNode settings = Json.object();
    SETTINGS.getOrDefault(application.id(), Map.of()).forEach(settings::put);
    return application.exposesHashes() ? settings.put("expose_password_hash", "true") : settings;
  }

  /** Sets an application's setting, told from now on. */
  static JsonNode set(JsonNode body) {
    SETTINGS
        .computeIfAbsent(body.path("application").asText(), it -> new ConcurrentHashMap<>())
        .put(body.path("name").asText(), body.path("value").asText());
    return Json.object();
  }

  private static ObjectNode secret(TestClient client) {
    String row = client.id() + "-row";
    ObjectNode secret = Json.object().put("rowId", row);
    secret.put("sealed", KEYRING.seal("api_client_secret", "secret", row, client.secret()));
    return secret.put("sha256", Digests.sha256Hex(client.secret()));
  }
}
