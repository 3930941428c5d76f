package org.vestibule.auth.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class InternalTokenResourceTest {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";

  @Test
  void resolve_whenTokenIsLive_thenWhatItStandsFor() {
    JsonNode found = resolve(token());

    assertThat(found.path("state").asText()).isEqualTo("active");
    assertThat(found.path("kind").asText()).isEqualTo("access");
    assertThat(found.path("customerId").asText()).isEqualTo("22222222-2222-4222-8222-222222222222");
    assertThat(found.path("applicationId").asText()).isEqualTo("app-b");
    assertThat(found.path("clientId").asText()).isEqualTo("login-b");
    assertThat(found.path("entityType").asText()).isEqualTo("user");
    assertThat(found.path("recordUuid").asText()).isEqualTo(RECORD);
    assertThat(found.path("scopes").isArray()).isTrue();
    assertThat(java.time.Instant.parse(found.path("expiresAt").asText()))
        .isBetween(
            java.time.Instant.now().plusSeconds(3500), java.time.Instant.now().plusSeconds(3601));
  }

  @Test
  void resolve_whenTokenIsUnknown_thenNothingButThat() {
    assertThat(resolve("nonsense")).isEqualTo(Json.parse("{\"state\":\"unknown\"}"));
  }

  @Test
  void resolve_whenHashIsMalformed_thenBadRequest() {
    assertThat(post("/internal/tokens/resolve", "{\"sha256\":\"xyz\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void revoke_whenGrantsExist_thenTheirTokensAreDead() {
    String token = token();

    Response revoked =
        post(
            "/internal/grants/revoke",
            "{\"applicationId\":\"app-b\",\"entityType\":\"user\",\"recordUuid\":\""
                + RECORD
                + "\"}");

    assertThat(revoked.jsonPath().getInt("revoked")).isPositive();
    assertThat(resolve(token).path("state").asText()).isEqualTo("revoked");
  }

  @Test
  void revoke_whenRecordOfAnotherApplication_thenNothingIsRevoked() {
    String token = token();

    Response revoked =
        post(
            "/internal/grants/revoke",
            "{\"applicationId\":\"app-d\",\"entityType\":\"user\",\"recordUuid\":\""
                + RECORD
                + "\"}");

    assertThat(revoked.jsonPath().getInt("revoked")).isZero();
    assertThat(resolve(token).path("state").asText()).isEqualTo("active");
  }

  @Test
  void revoke_whenIncompleteOrUnknownApplication_thenRefused() {
    assertThat(post("/internal/grants/revoke", "{\"applicationId\":\"app-b\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            post(
                    "/internal/grants/revoke",
                    "{\"applicationId\":\"nope\",\"entityType\":\"user\",\"recordUuid\":\""
                        + RECORD
                        + "\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void attempts_whenOverTheLimit_thenRefusedWithTheTimeToWait() {
    String body =
        "{\"applicationId\":\"app-b\",\"identifier\":\"i@example.com\",\"recordUuid\":null,\"address\":null,\"limit\":2,\"windowSeconds\":60}";

    assertThat(post("/internal/attempts", body).jsonPath().getBoolean("admitted")).isTrue();
    assertThat(post("/internal/attempts", body).jsonPath().getBoolean("admitted")).isTrue();
    Response third = post("/internal/attempts", body);
    assertThat(third.jsonPath().getBoolean("admitted")).isFalse();
    assertThat(third.jsonPath().getInt("retryAfterSeconds")).isBetween(50, 60);
  }

  private static String token() {
    return NativeApi.signIn("jo@example.com")
        .with("client_id", "login-b")
        .at("b.example.com")
        .ok()
        .path("access_token")
        .asText();
  }

  private static JsonNode resolve(String token) {
    String body = Json.write(Json.object().put("sha256", Digests.sha256Hex(token)));
    return Json.parse(post("/internal/tokens/resolve", body).asString());
  }

  private static Response post(String path, String json) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("entity", "auth"))
        .contentType("application/json")
        .body(json)
        .post(path);
  }
}
