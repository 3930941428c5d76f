package org.vestibule.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;
import static org.vestibule.auth.stub.AccessApi.exchange;
import static org.vestibule.auth.stub.AccessApi.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.platform.crypto.Digests;

/** The replies of authentication.md 9, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class TokenResourceTest {
  private static final String INVALID_CODE =
      "{'stat':'error','code':200,'error':'invalid_grant','sub_error':'invalid_argument','error_description':'authorization_code is not valid','argument_name':'authorization_code'}";
  private static final String INVALID_REFRESH =
      "{'stat':'error','code':200,'error':'invalid_grant','sub_error':'invalid_argument','error_description':'refresh_token is not valid','argument_name':'refresh_token'}";

  @Inject Pool pool;

  @Test
  void code_isExchangedOnce() {
    String code = AccessApi.code();

    JsonNode body = exchange(code).ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("stat", "access_token", "expires_in", "refresh_token");
    assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
    exchange(code).isRefused(400, INVALID_CODE);
  }

  @Test
  void code_atOnceSixteenTimes_isExchangedOnce() {
    String code = AccessApi.code();

    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> exchange(code).send().statusCode())
            .toList();

    assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
  }

  @Test
  void code_ofASignIn_isBoundToItsAddressAndClient() {
    JsonNode signedIn =
        NativeApi.signIn("code@example.com")
            .with("response_type", "code_with_token")
            .with("redirect_uri", "https://site.example.com/back")
            .ok();
    String code = signedIn.path("authorization_code").asText();

    exchange(code).as("issuer-a").isRefused(400, INVALID_CODE);
    exchange(code).as("login-b").at("b.example.com").isRefused(400, INVALID_CODE);
    exchange(code)
        .with("redirect_uri", "https://site.example.com/back/")
        .isRefused(
            400,
            "{'stat':'error','code':420,'error':'invalid_grant','sub_error':'redirect_uri_mismatch','error_description':'redirect_uri does not match','expected_value':'https://site.example.com/back','supplied_value':'https://site.example.com/back/'}");
    exchange(code).ok();
  }

  @Test
  void code_withTransactionState_returnsItOnce() {
    String code =
        access("getAuthorizationCode")
            .with("for_client_id", "login-a")
            .with("redirect_uri", "https://site.example.com/back")
            .with("transaction_state", "{\"cart\": [7, null]}")
            .ok()
            .path("authorizationCode")
            .asText();

    JsonNode body = exchange(code).ok();

    assertThat(body.path("transaction_state").toString()).isEqualTo("{\"cart\":[7,null]}");
    JsonNode refreshed = refresh(body.path("refresh_token").asText()).ok();
    assertThat(refreshed.has("transaction_state")).isFalse();
  }

  @Test
  void code_tooLate_isToldApart() {
    String code = AccessApi.code();
    age("authorization_code", "code_hash", code, "expires_at");

    exchange(code)
        .isRefused(
            400,
            "{'stat':'error','code':415,'error':'invalid_grant','sub_error':'authorization_code_expired','error_description':'authorization_code expired'}");
  }

  @Test
  void refreshToken_rotates_andARepeatSoonAfterEndsNothing() {
    String first = exchange(AccessApi.code()).ok().path("refresh_token").asText();
    String second = refresh(first).ok().path("refresh_token").asText();

    refresh(first).isRefused(400, INVALID_REFRESH);
    refresh(second).ok();
  }

  @Test
  void refreshToken_repeatedLater_endsTheGrant() {
    JsonNode exchanged = exchange(AccessApi.code()).ok();
    String first = exchanged.path("refresh_token").asText();
    JsonNode second = refresh(first).ok();
    age("refresh_token", "token_hash", first, "used_at");

    refresh(first).as("issuer-a").isRefused(400, INVALID_REFRESH);
    refresh(first).isRefused(400, INVALID_REFRESH);

    refresh(second.path("refresh_token").asText()).isRefused(400, INVALID_REFRESH);
    NativeApi.newPassword(second.path("access_token").asText())
        .isRefused(
            "{'stat':'error','code':414,'error':'access_token_expired','error_description':'access_token expired'}");
  }

  @Test
  void parametersAndCredentials_haveTheirErrors() {
    token("authorization_code")
        .isRefused(
            400,
            "{'stat':'error','code':100,'error':'invalid_request','sub_error':'missing_argument','error_description':'missing required argument: code','argument_name':'code'}");
    token("password")
        .isRefused(
            400,
            "{'stat':'error','code':200,'error':'invalid_request','sub_error':'invalid_argument','error_description':'invalid grant_type: password','argument_name':'grant_type'}");
    token("<script>")
        .isRefused(
            400,
            "{'stat':'error','code':200,'error':'invalid_request','sub_error':'invalid_argument','error_description':'invalid grant_type','argument_name':'grant_type'}");
    token("refresh_token")
        .as(null)
        .isRefused(
            401,
            "{'stat':'error','code':205,'error':'invalid_client','sub_error':'invalid_auth_method','error_description':'no authentication provided, for example client_id and client_secret'}");
    token("refresh_token")
        .as("reader-a")
        .isRefused(
            400,
            "{'stat':'error','code':403,'error':'unauthorized_client','sub_error':'client_permission_error','error_description':'the provided client does not have authorization for this action'}");
    Response wrong = token("refresh_token").as("nobody").send();
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic");
    refresh("x".repeat(5_000)).isRefused(400, INVALID_REFRESH);
  }

  private static AccessApi refresh(String token) {
    return token("refresh_token").with("refresh_token", token);
  }

  /** Lets a minute more than an hour pass for one row. */
  private void age(String table, String key, String secret, String column) {
    pool.query(
            "UPDATE %s SET %s = %s - interval '61 minutes' WHERE %s = '\\x%s'"
                .formatted(table, column, column, key, Digests.sha256Hex(secret)))
        .execute()
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
