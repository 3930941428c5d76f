package org.vestibule.auth.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;
import static org.vestibule.auth.stub.AccessApi.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/**
 * Each row of the error table (authentication.md 4) that this family can produce is provoked; no
 * reply tells a secret that was sent along, or how it is made.
 */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class ErrorTableResourceTest {
  private static final String SECRET = "Sesame-0pen.77";

  /** What only records and entity types can do wrong; entity-service has a table of its own. */
  private static final Set<CaptureCode> OF_RECORDS =
      EnumSet.of(
          CaptureCode.UNKNOWN_APPLICATION,
          CaptureCode.ENTITY_TYPE_EXISTS,
          CaptureCode.ATTRIBUTE_EXISTS,
          CaptureCode.RESERVED_ATTRIBUTE,
          CaptureCode.ID_IN_NEW_RECORD,
          CaptureCode.TIMESTAMP_MISMATCH,
          CaptureCode.INVALID_DATA_FORMAT,
          CaptureCode.INVALID_JSON_TYPE,
          CaptureCode.INVALID_DATE_TIME,
          CaptureCode.INVALID_PASSWORD,
          CaptureCode.CONSTRAINT_VIOLATION,
          CaptureCode.MISSING_REQUIRED_ATTRIBUTE,
          CaptureCode.LENGTH_VIOLATION,
          CaptureCode.CREATION_TOKEN_EXPIRED,
          CaptureCode.API_FEATURE_DISABLED,
          CaptureCode.UNSUPPORTED_OPERATOR,
          CaptureCode.TIMEOUT);

  /** A catch-all that always has a closer code. */
  private static final Set<CaptureCode> NEVER = EnumSet.of(CaptureCode.ERROR_CREATING_RECORD);

  @Inject Pool pool;

  private final Map<CaptureCode, Supplier<Response>> cases = new EnumMap<>(CaptureCode.class);

  @Test
  void everyCodeOfTheFamily_isProvoked() {
    arguments();
    accounts();
    identities();
    things();
    callers();
    tokens();
    Set<CaptureCode> expected = EnumSet.allOf(CaptureCode.class);
    expected.removeAll(OF_RECORDS);
    expected.removeAll(NEVER);
    assertThat(cases.keySet()).isEqualTo(expected);
    cases.forEach(ErrorTableResourceTest::check);
  }

  private static void check(CaptureCode code, Supplier<Response> provocation) {
    Response reply = provocation.get();
    JsonNode body = Json.parse(reply.asString());
    assertThat(body.path("stat").asText()).as(reply.asString()).isEqualTo("error");
    assertThat(body.path("code").asInt()).as(reply.asString()).isEqualTo(code.code());
    String name = body.has("sub_error") ? "sub_error" : "error";
    assertThat(body.path(name).asText()).isEqualTo(code.error());
    assertThat(body.path("error_description").asText()).isNotEmpty();
    assertThat(body.path("request_id").asText()).matches("[a-z2-9]{16}");
    assertThat(reply.statusCode()).isEqualTo(body.has("sub_error") ? 400 : 200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.asString())
        .doesNotContain(SECRET)
        .doesNotContain("Exception")
        .doesNotContain("org.")
        .doesNotContain("SELECT");
  }

  private void arguments() {
    cases.put(CaptureCode.MISSING_ARGUMENT, access("getAccessToken").without("uuid")::send);
    cases.put(
        CaptureCode.INVALID_ARGUMENT, signIn("jo@example.com").with("response_type", SECRET)::send);
    cases.put(CaptureCode.DUPLICATE_ARGUMENT, access("getAccessToken").with("id", "1")::send);
    cases.put(
        CaptureCode.INVALID_FORM_FIELDS,
        NativeApi.register("jo@example.com").with("newPasswordConfirm", SECRET)::send);
    cases.put(CaptureCode.UNEXPECTED_ERROR, signIn("jo@example.com").with("flow", "no-flow")::send);
  }

  private void accounts() {
    cases.put(CaptureCode.INVALID_CREDENTIALS, signIn("jo@example.com")::send);
    cases.put(
        CaptureCode.TRIGGERED_ERROR,
        signIn("deactivated@example.com").with("currentPassword", "Test.123")::send);
    cases.put(CaptureCode.NO_SUCH_ACCOUNT, NativeApi.forgot("stranger@example.com")::send);
    cases.put(CaptureCode.PASSWORD_INCORRECT, () -> newPassword("currentPassword", SECRET));
    cases.put(CaptureCode.NO_PASSWORD, () -> newPassword("currentPassword", "none"));
    cases.put(CaptureCode.PASSWORD_UNACCEPTABLE, this::passwordOfBefore);
    cases.put(CaptureCode.API_LIMIT_ERROR, ErrorTableResourceTest::flood);
  }

  private void identities() {
    cases.put(
        CaptureCode.EMAIL_ADDRESS_IN_USE,
        () -> NativeApi.social(SocialTokens.token("used")).with("comment", SECRET).send());
    cases.put(
        CaptureCode.UNIQUE_VIOLATION,
        () -> NativeApi.link(token(), SocialTokens.token("others")).send());
  }

  private void things() {
    cases.put(
        CaptureCode.UNKNOWN_ENTITY_TYPE,
        access("getAccessToken").with("type_name", "nobody")::send);
    cases.put(
        CaptureCode.UNKNOWN_ATTRIBUTE,
        access("getVerificationCode").with("attribute_name", "nowhere")::send);
    cases.put(
        CaptureCode.RECORD_NOT_FOUND,
        access("getAccessToken").with("uuid", "00000000-0000-4000-8000-000000000000")::send);
    cases.put(
        CaptureCode.APPLICATION_NOT_FOUND,
        access("getAccessToken").at("nowhere.example.com")::send);
    cases.put(
        CaptureCode.FLOW_ERROR,
        NativeApi.forgot("jo-flow@example.com").with("client_id", "limited-a")::send);
    cases.put(CaptureCode.INVALID_API_METHOD, () -> given().post("/oauth/" + SECRET));
  }

  private void callers() {
    cases.put(
        CaptureCode.INVALID_AUTH_METHOD,
        () -> given().header("Authorization", "Digest " + SECRET).post("/access/getAccessToken"));
    cases.put(
        CaptureCode.INVALID_CLIENT_CREDENTIALS,
        access("getAccessToken")
                .as(null)
                .with("client_id", "issuer-a")
                .with("client_secret", SECRET)
            ::send);
    cases.put(CaptureCode.CLIENT_PERMISSION_ERROR, access("getAccessToken").as("reader-a")::send);
    cases.put(
        CaptureCode.PERMISSION_ERROR, signIn("jo@example.com").with("client_id", "owner-a")::send);
  }

  private void tokens() {
    cases.put(CaptureCode.NO_ACCESS_GRANT, NativeApi.newPassword(SECRET)::send);
    cases.put(CaptureCode.ACCESS_TOKEN_EXPIRED, () -> NativeApi.newPassword(expired()).send());
    cases.put(CaptureCode.AUTHORIZATION_CODE_EXPIRED, () -> exchange(late()).send());
    cases.put(CaptureCode.VERIFICATION_CODE_EXPIRED, this::lateVerification);
    cases.put(
        CaptureCode.REDIRECT_URI_MISMATCH,
        () -> exchange(AccessApi.code()).with("redirect_uri", "https://other.example.com/").send());
  }

  /** A sign-in with what must not come back. */
  private static NativeApi signIn(String address) {
    return NativeApi.signIn(address).with("currentPassword", SECRET).with("comment", SECRET);
  }

  private static String token() {
    return NativeApi.signIn("table@example.com").ok().path("access_token").asText();
  }

  private static Response newPassword(String name, String value) {
    return NativeApi.update("changePasswordForm", token())
        .with("currentPassword", "Test.123")
        .with("newPassword", "New.1234")
        .with("newPasswordConfirm", "New.1234")
        .with(name, value)
        .send();
  }

  private Response passwordOfBefore() {
    return NativeApi.newPassword(token())
        .with("newPassword", "Before.123")
        .with("newPasswordConfirm", "Before.123")
        .send();
  }

  private static Response flood() {
    Response last = null;
    for (int i = 0; i < 7; i++) {
      last = signIn("table-flood@example.com").with("client_id", "limited-a").send();
    }
    return last;
  }

  private String expired() {
    String token = token();
    age("access_token", "token_hash", token);
    return token;
  }

  private String late() {
    String code = AccessApi.code();
    age("authorization_code", "code_hash", code);
    return code;
  }

  private Response lateVerification() {
    String code =
        access("getVerificationCode")
            .with("attribute_name", "emailVerified")
            .with("lifetime", "60")
            .ok()
            .path("verification_code")
            .asText();
    age("verification_code", "code_hash", code);
    return access("useVerificationCode").as(null).with("verification_code", code).send();
  }

  private void age(String table, String key, String secret) {
    pool.query(
            "UPDATE %s SET expires_at = expires_at - interval '61 minutes' WHERE %s = '\\x%s'"
                .formatted(table, key, Digests.sha256Hex(secret)))
        .execute()
        .await()
        .atMost(Duration.ofSeconds(5));
  }
}
