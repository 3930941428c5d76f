package org.vestibule.auth.factor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.UUID;
import org.vestibule.auth.stub.FactorPeople;
import org.vestibule.auth.stub.Mails;
import org.vestibule.auth.stub.TextMessages;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** The internal calls about second factors as the service of the hosted pages makes them. */
public final class FactorApi {
  private final UUID record;
  private String client = "login-a";
  private String application = "app-a";
  private String locale = "en-US";

  public FactorApi(UUID record) {
    this.record = record;
  }

  public FactorApi by(String otherClient) {
    client = otherClient;
    return this;
  }

  FactorApi of(String otherApplication) {
    application = otherApplication;
    return this;
  }

  FactorApi in(String otherLocale) {
    locale = otherLocale;
    return this;
  }

  JsonNode channels() {
    return ok("channels", person());
  }

  public JsonNode send(UUID challenge, String channel) {
    return ok("codes", sending(challenge, channel));
  }

  ObjectNode sending(UUID challenge, String channel) {
    return of().put("challengeId", challenge.toString())
        .put("channel", channel)
        .put("flow", "standard")
        .put("flowVersion", "20260311094207004518")
        .put("locale", locale);
  }

  public JsonNode verify(UUID challenge, String code) {
    return ok("codes/verify", of().put("challengeId", challenge.toString()).put("code", code));
  }

  /** Sends so many mails and gives the code of the last. */
  public String mailed(int count) throws InterruptedException {
    return Mails.await(FactorPeople.email(record), count)
        .lines()
        .filter(line -> line.startsWith("Subject: Shop: "))
        .findFirst()
        .orElseThrow()
        .substring("Subject: Shop: ".length());
  }

  String texted(int count) throws InterruptedException {
    JsonNode call = TextMessages.await("+" + FactorPeople.number(record), count);
    return Json.parse(call.path("body").asText()).path("text").asText().substring(0, 6);
  }

  public JsonNode trust(UUID challenge, String device) {
    return ok("devices", device(device).put("challengeId", challenge.toString()));
  }

  public boolean trusts(String device) {
    return ok("devices/check", device(device)).path("trusted").asBoolean();
  }

  int revoke() {
    return ok("devices/revoke", person()).path("revoked").asInt();
  }

  private ObjectNode device(String secret) {
    return of().put("deviceSha256", Digests.sha256Hex(secret));
  }

  private ObjectNode of() {
    return Json.object().set("person", person());
  }

  ObjectNode person() {
    return Json.object()
        .put("applicationId", application)
        .put("clientId", client)
        .put("entityType", "user")
        .put("recordUuid", record.toString());
  }

  static Response post(String path, JsonNode body) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("hostedlogin", "auth"))
        .contentType("application/json")
        .body(Json.write(body))
        .post("/internal/factors/" + path);
  }

  private static JsonNode ok(String path, JsonNode body) {
    Response response = post(path, body);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return Json.parse(response.asString());
  }

  /** A code of six digits that is not this one. */
  public static String otherThan(String code) {
    return code.equals("111111") ? "222222" : "111111";
  }
}
