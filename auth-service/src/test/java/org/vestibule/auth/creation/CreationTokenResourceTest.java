package org.vestibule.auth.creation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** Creation tokens as servers get them and as entity-service uses them (authentication.md 8.5). */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class CreationTokenResourceTest {
  /** The stub of entity-service has every record but those that begin like this. */
  private static final String NO_RECORD = "00000000-0000-4000-8000-000000000001";

  @Inject Pool pool;

  @Test
  void token_saysWhatItIsGoodFor() {
    String token = issue();

    JsonNode found = resolve(token);

    assertThat(found.path("state").asText()).isEqualTo("active");
    assertThat(found.path("kind").asText()).isEqualTo("creation");
    assertThat(found.path("applicationId").asText()).isEqualTo("app-a");
    assertThat(found.path("customerId").asText()).isEqualTo("11111111-1111-4111-8111-111111111111");
    assertThat(found.path("clientId").asText()).isEqualTo("login-a");
    assertThat(found.path("entityType").asText()).isEqualTo("user");
    assertThat(found.has("recordUuid")).isFalse();
  }

  /** The two kinds of tokens must not stand for each other. */
  @Test
  void token_isNoAccessToken_norTheReverse() {
    JsonNode asAccess =
        internal(
            "/internal/tokens/resolve", Json.object().put("sha256", Digests.sha256Hex(issue())));
    assertThat(asAccess).isEqualTo(Json.parse("{\"state\":\"unknown\"}"));
    String access = access("getAccessToken").ok().path("accessToken").asText();
    assertThat(resolve(access)).isEqualTo(Json.parse("{\"state\":\"unknown\"}"));
  }

  @Test
  void token_isClaimedByOneRecord_andUsedUpWhenItExists() {
    String token = issue();
    String record = UUID.randomUUID().toString();

    assertThat(claim(token, record)).isEqualTo("claimed");
    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("taken");
    assertThat(resolve(token).path("state").asText()).isEqualTo("active");
    internal("/internal/creation-tokens/confirm", named(token, record));
    assertThat(resolve(token).path("state").asText()).isEqualTo("unknown");
    assertThat(claim(token, record)).isEqualTo("taken");
  }

  @Test
  void token_ofAClaimThatCameToNothing_isFreeAfterAMinute() {
    String token = issue();
    assertThat(claim(token, NO_RECORD)).isEqualTo("claimed");
    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("taken");
    age(token, "claimed_at", 61);

    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("claimed");
  }

  @Test
  void token_ofARecordThatExists_isNeverFreeAgain() {
    String token = issue();
    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("claimed");
    age(token, "claimed_at", 61);

    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("taken");
    assertThat(resolve(token).path("state").asText()).isEqualTo("unknown");
  }

  @Test
  void token_tooLate_isToldApart() {
    String token = issue();
    age(token, "expires_at", 3_601);

    assertThat(resolve(token).path("state").asText()).isEqualTo("expired");
    assertThat(claim(token, UUID.randomUUID().toString())).isEqualTo("expired");
  }

  @Test
  void token_isNotClaimedForAnotherApplication() {
    ObjectNode foreign = named(issue(), UUID.randomUUID().toString()).put("applicationId", "app-b");

    assertThat(internal("/internal/creation-tokens/claim", foreign).path("outcome").asText())
        .isEqualTo("taken");
  }

  @Test
  void internalCalls_withoutATokenOrRecord_areRefused() {
    String claim = "/internal/creation-tokens/claim";
    for (ObjectNode body :
        List.of(
            Json.object(),
            Json.object().put("sha256", "xyz"),
            Json.object().put("sha256", Digests.sha256Hex("x")))) {
      assertThat(post(claim, body).statusCode()).isEqualTo(400);
    }
    // Who is no service does not learn that there is such a call.
    assertThat(given().contentType("application/json").body("{}").post(claim).statusCode())
        .isEqualTo(404);
  }

  @Test
  void callers_andArguments_haveTheirErrors() {
    access("getCreationToken")
        .without("type_name")
        .isRefused(
            200,
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing"
                + " required argument: type_name','argument_name':'type_name'}");
    access("getCreationToken")
        .with("type_name", "nobody")
        .isRefused(
            200,
            "{'stat':'error','code':222,'error':'unknown_entity_type','error_description':'entity"
                + " type does not exist: nobody','type_name':'nobody'}");
    access("getCreationToken")
        .with("for_client_id", "login-b")
        .isRefused(
            200,
            "{'stat':'error','code':200,'error':'invalid_argument','error_description':'for_client_id"
                + " was not valid for the following reason: not a valid"
                + " id','argument_name':'for_client_id'}");
    access("getCreationToken")
        .with("lifetime", "86401")
        .isRefused(
            200,
            "{'stat':'error','code':200,'error':'invalid_argument','error_description':'lifetime"
                + " was not valid for the following reason: it is not a number from 1 to"
                + " 86400','argument_name':'lifetime'}");
    for (String client : List.of("reader-a", "login-a", "far-a")) {
      access("getCreationToken")
          .as(client)
          .isRefused(
              200,
              "{'stat':'error','code':403,'error':'client_permission_error','error_description':'the"
                  + " provided client does not have authorization for this action'}");
    }
    assertThat(access("getCreationToken").get().jsonPath().getString("creation_token"))
        .matches("[a-z2-9]{32}");
  }

  private static String issue() {
    AccessApi call = access("getCreationToken").with("for_client_id", "login-a");
    return call.ok().path("creation_token").asText();
  }

  private static JsonNode resolve(String token) {
    return internal(
        "/internal/creation-tokens/resolve", Json.object().put("sha256", Digests.sha256Hex(token)));
  }

  private static String claim(String token, String record) {
    return internal("/internal/creation-tokens/claim", named(token, record))
        .path("outcome")
        .asText();
  }

  private static ObjectNode named(String token, String record) {
    return Json.object()
        .put("applicationId", "app-a")
        .put("sha256", Digests.sha256Hex(token))
        .put("recordUuid", record);
  }

  private static JsonNode internal(String path, ObjectNode body) {
    return Json.parse(post(path, body).then().statusCode(200).extract().asByteArray());
  }

  private static io.restassured.response.Response post(String path, ObjectNode body) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("entity", "auth"))
        .contentType("application/json")
        .body(Json.write(body))
        .post(path);
  }

  private void age(String token, String column, int seconds) {
    pool.query(
            "UPDATE creation_token SET %1$s = %1$s - interval '%2$d seconds' WHERE token_hash = '\\x%3$s'"
                .formatted(column, seconds, Digests.sha256Hex(token)))
        .execute()
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
