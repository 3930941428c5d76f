package org.vestibule.entity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.crypto.Argon2Params;
import org.vestibule.platform.crypto.Argon2id;
import org.vestibule.platform.crypto.SecureRandomSource;
import org.vestibule.platform.json.Json;

@QuarkusTest
class SignInResourceTest extends ServiceTest {
  private static final String CLIENT = "first-login-client";

  private JsonNode register(String email) {
    return internal.register(
        "{\"email\":\"" + email + "\",\"displayName\":\"Jo\",\"password\":\"Test.123\"}", CLIENT);
  }

  @Test
  void registration_makesARecordThatSignedIn() {
    JsonNode created = register(email());
    assertThat(created.path("outcome").asText()).isEqualTo("created");
    JsonNode profile = created.path("profile");
    assertThat(profile.path("uuid")).isEqualTo(created.path("record").path("uuid"));
    assertThat(profile.path("password").isNull()).isTrue();
    JsonNode client = profile.path("clients").path(0);
    assertThat(client.path("clientId").asText()).isEqualTo(CLIENT);
    assertThat(client.path("firstLogin")).isEqualTo(client.path("lastLogin"));
    assertThat(profile.path("lastLogin")).isEqualTo(client.path("lastLogin"));
    assertThat(profile.path("lastLogin").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(direct.byUuid(profile.path("uuid").asText()).path("password").path("type").asText())
        .isEqualTo("password-argon2id");
  }

  @Test
  void takenAddress_isRefusedWithTheAttribute() {
    String email = email();
    register(email);
    JsonNode refused = register(email.toUpperCase(Locale.ROOT));
    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    JsonNode violation = refused.path("violations").path(0);
    assertThat(violation.path("code").asInt()).isEqualTo(361);
    assertThat(violation.path("error").asText()).isEqualTo("unique_violation");
    assertThat(violation.path("attribute").asText()).isEqualTo("/email");
    assertThat(violation.path("constraint").asText()).isEqualTo("unique");
  }

  @Test
  void repeatedKey_getsTheFirstResult() {
    String attributes = "{\"email\":\"" + email() + "\",\"password\":\"Test.123\"}";
    JsonNode first = internal.register(attributes, CLIENT, "key-" + attributes.hashCode());
    JsonNode again = internal.register(attributes, CLIENT, "key-" + attributes.hashCode());
    assertThat(again).isEqualTo(first);
    JsonNode withoutAddress = internal.register("{}", CLIENT, "key-" + attributes.hashCode());
    assertThat(withoutAddress.path("record")).isEqualTo(first.path("record"));
  }

  @Test
  void match_notesTheSignIn() {
    String email = email();
    JsonNode created = register(email).path("profile");
    JsonNode match = internal.check(email.toUpperCase(Locale.ROOT), "Test.123", CLIENT, true);
    assertThat(match.path("outcome").asText()).isEqualTo("match");
    assertThat(match.path("wasKnown").asBoolean()).isTrue();
    assertThat(match.path("record").path("uuid")).isEqualTo(created.path("uuid"));
    JsonNode profile = match.path("profile");
    assertThat(profile.path("password").isNull()).isTrue();
    assertThat(profile.path("clients")).hasSize(1);
    assertThat(profile.path("clients").path(0).path("firstLogin"))
        .isEqualTo(created.path("clients").path(0).path("firstLogin"));
    assertThat(profile.path("lastUpdated").asText())
        .isGreaterThan(created.path("lastUpdated").asText());
    JsonNode other = internal.check(email, "Test.123", "another", true);
    assertThat(other.path("wasKnown").asBoolean()).isFalse();
    assertThat(other.path("profile").path("clients")).hasSize(2);
    assertThat(other.path("profile"))
        .isEqualTo(withoutPassword(direct.byUuid(created.path("uuid").asText())));
  }

  @Test
  void mismatch_isTheSameForEveryCause() {
    String email = email();
    String uuid = register(email).path("record").path("uuid").asText();
    JsonNode wrong = internal.check(email, "Test.124", CLIENT, true);
    assertThat(Json.write(wrong))
        .isEqualTo("{\"outcome\":\"mismatch\",\"record\":{\"uuid\":\"" + uuid + "\"}}");
    JsonNode unknown = internal.check(email(), "Test.123", CLIENT, true);
    assertThat(Json.write(unknown)).isEqualTo("{\"outcome\":\"mismatch\",\"record\":null}");
    String social = email();
    ok(direct.create("{\"email\":\"" + social + "\"}"));
    assertThat(internal.check(social, "", CLIENT, true).path("outcome").asText())
        .isEqualTo("mismatch");
    assertThat(internal.check(email, "x".repeat(1_100), CLIENT, true).path("outcome").asText())
        .isEqualTo("mismatch");
  }

  @Test
  void deactivatedAccount_isToldToTheOwnerOfThePasswordOnly() {
    String email = email();
    String uuid = register(email).path("record").path("uuid").asText();
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attribute_name",
            "deactivateAccount",
            "value",
            "2026-01-01"));
    JsonNode right = internal.check(email, "Test.123", CLIENT, true);
    assertThat(right.path("outcome").asText()).isEqualTo("deactivated");
    assertThat(right.path("since").asText()).isEqualTo("2026-01-01 00:00:00 +0000");
    assertThat(internal.check(email, "x", CLIENT, true).path("outcome").asText())
        .isEqualTo("mismatch");
  }

  @Test
  void importedHash_isReplacedSilently() {
    String email = email();
    String md5 = "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";
    String uuid =
        ok(direct.create("{\"email\":\"" + email + "\",\"password\":" + md5 + "}"))
            .path("uuid")
            .asText();
    assertThat(internal.check(email, "password", CLIENT, false).path("outcome").asText())
        .isEqualTo("match");
    assertThat(direct.byUuid(uuid).path("password").path("type").asText())
        .isEqualTo("password-md5");
    assertThat(internal.check(email, "password", CLIENT, true).path("outcome").asText())
        .isEqualTo("match");
    assertThat(direct.byUuid(uuid).path("password").path("type").asText())
        .isEqualTo("password-argon2id");
    assertThat(internal.check(email, "password", CLIENT, true).path("outcome").asText())
        .isEqualTo("match");
  }

  @Test
  void hashOfAnotherCost_isReplacedByOneOfToday() {
    String email = email();
    Argon2Params before = new Argon2Params(7_168, 5, 1);
    String old = new Argon2id(new SecureRandomSource()).hash(before, "Test.123".getBytes(UTF_8));
    String hash = "{\"type\":\"password-argon2id\",\"value\":\"" + old + "\"}";
    String uuid =
        ok(direct.create("{\"email\":\"" + email + "\",\"password\":" + hash + "}"))
            .path("uuid")
            .asText();
    assertThat(internal.check(email, "Test.124", CLIENT, true).path("outcome").asText())
        .isEqualTo("mismatch");
    assertThat(stored(uuid)).isEqualTo(old);
    assertThat(internal.check(email, "Test.123", CLIENT, true).path("outcome").asText())
        .isEqualTo("match");
    String fresh = stored(uuid);
    assertThat(fresh).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(internal.check(email, "Test.123", CLIENT, true).path("outcome").asText())
        .isEqualTo("match");
    assertThat(stored(uuid)).isEqualTo(fresh);
  }

  private String stored(String uuid) {
    return owner.byUuid(uuid).path("password").path("value").asText();
  }

  @Test
  void values_areLookedUp() {
    String email = email();
    register(email);
    assertThat(taken(email.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(taken(email())).isFalse();
    internal
        .post("values/taken", Json.object().put("attribute", "nope").put("value", "x"))
        .then()
        .statusCode(400);
  }

  @Test
  void schema_isToldToOtherServices() {
    JsonNode schema =
        Json.parse(internal.get("/internal/applications/app-first/types/user").asByteArray());
    assertThat(schema.path("version").asInt()).isPositive();
    assertThat(schema.path("attributes").path(0).path("name").asText()).isEqualTo("id");
    assertThat(schema.path("accessSchemas").isObject()).isTrue();
    internal.get("/internal/applications/app-first/types/nope").then().statusCode(404);
    internal.get("/internal/applications/unknown/types/user").then().statusCode(404);
    assertThat(internal.get("/internal/applications/unknown/ready").asString())
        .isEqualTo("{\"ready\":false,\"report\":{}}");
  }

  @Test
  void identifierThatCannotBeStored_isUnknown() {
    assertThat(internal.check("a\u0000@example.org", "x", CLIENT, true).path("outcome").asText())
        .isEqualTo("mismatch");
    assertThat(taken("a\u0000@example.org")).isFalse();
  }

  @Test
  void brokenCalls_areBadRequests() {
    internal.post("credentials/check", Json.object().put("identifier", "x")).then().statusCode(400);
    internal.post("registrations", Json.object()).then().statusCode(400);
    ObjectNode notUnique = Json.object().put("identifierAttribute", "givenName");
    notUnique.put("identifier", "x").put("password", "x");
    internal.post("credentials/check", notUnique).then().statusCode(400);
  }

  @Test
  void crowdOfSignIns_isServedOrToldToComeBack() {
    String email = email();
    register(email);
    ObjectNode attempt = Json.object().put("identifierAttribute", "email");
    attempt.put("identifier", email).put("password", "wrong");
    ExecutorService crowd = Executors.newFixedThreadPool(60);
    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 240)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(attempt), crowd))
            .toList();
    List<Integer> statuses = calls.stream().map(CompletableFuture::join).toList();
    crowd.shutdown();
    assertThat(statuses).isSubsetOf(200, 503).contains(200);
  }

  private int status(ObjectNode attempt) {
    Response response = internal.post("credentials/check", attempt);
    if (response.statusCode() == 503) {
      assertThat(response.asString()).isEqualTo("{\"errors\":\"busy\"}");
    }
    return response.statusCode();
  }

  @Test
  void sixteenRegistrationsOfOneAddress_oneWins() {
    String email = email();
    ExecutorService crowd = Executors.newFixedThreadPool(16);
    List<CompletableFuture<String>> calls =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(email), crowd))
            .toList();
    List<String> outcomes = calls.stream().map(CompletableFuture::join).toList();
    crowd.shutdown();
    assertThat(outcomes).filteredOn("created"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("refused"::equals).hasSize(15);
  }

  private String outcome(String email) {
    return internal.register("{\"email\":\"" + email + "\"}", CLIENT).path("outcome").asText();
  }

  private boolean taken(String email) {
    return internal
        .post("values/taken", Json.object().put("attribute", "email").put("value", email))
        .jsonPath()
        .getBoolean("taken");
  }

  private static JsonNode withoutPassword(JsonNode record) {
    return ((ObjectNode) record).putNull("password");
  }
}
