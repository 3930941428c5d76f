package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

/** The native calls as a client makes them, with good parameters unless a test changes them. */
public final class NativeApi {
  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String host = "a.example.com";

  private NativeApi(String path, String form) {
    this.path = path;
    with("client_id", "login-a")
        .with("flow", "standard")
        .with("flow_version", "20260311094207004518");
    with("locale", "en-US").with("redirect_uri", "http://localhost").with("form", form);
  }

  /** A sign-in of this address with the right password. */
  public static NativeApi signIn(String address) {
    return new NativeApi("/oauth/auth_native_traditional", "signInForm")
        .with("signInEmailAddress", address)
        .with("currentPassword", "Test.123");
  }

  /** A registration with this address. */
  public static NativeApi register(String address) {
    return new NativeApi("/oauth/register_native_traditional", "registrationForm")
        .with("emailAddress", address)
        .with("displayName", "Jo")
        .with("newPassword", "Test.123")
        .with("newPasswordConfirm", "Test.123");
  }

  /** A sign-in by a social token. */
  public static NativeApi social(String token) {
    return new NativeApi("/oauth/auth_native", "ignored").with("token", token);
  }

  /** A registration by a social token with this address. */
  public static NativeApi registerSocial(String token, String address) {
    return new NativeApi("/oauth/register_native", "socialRegistrationForm")
        .with("token", token)
        .with("emailAddress", address)
        .with("nickName", "Jo");
  }

  /** A further social identity for the user of a token. */
  public static NativeApi link(String accessToken, String token) {
    return new NativeApi("/oauth/link_account_native", "ignored")
        .with("access_token", accessToken)
        .with("token", token);
  }

  /** The end of a social identity of the user of a token. */
  public static NativeApi unlink(String accessToken, String identifier) {
    return new NativeApi("/oauth/unlink_account_native", "ignored")
        .with("access_token", accessToken)
        .with("identifier_to_remove", identifier);
  }

  /** A request for a mail about a forgotten password. */
  public static NativeApi forgot(String address) {
    return new NativeApi("/oauth/forgot_password_native", "forgotPasswordForm")
        .with("signInEmailAddress", address);
  }

  /** A request for a further verification mail. */
  public static NativeApi verify(String address) {
    return new NativeApi("/oauth/verify_email_native", "resendVerificationForm")
        .with("signInEmailAddress", address);
  }

  /** A profile form with a user's token. */
  public static NativeApi update(String form, String token) {
    return new NativeApi("/oauth/update_profile_native", form).with("access_token", token);
  }

  /** A new password without the old one. */
  public static NativeApi newPassword(String token) {
    return update("changePasswordFormNoAuth", token)
        .with("newPassword", "New.1234")
        .with("newPasswordConfirm", "New.1234");
  }

  /** A renewal of an access token, signed with a secret of the client. */
  public static NativeApi renew(String token, String secret, String date) {
    String text = "refresh_access_token\n" + date + "\n" + token + "\n";
    byte[] signature = Digests.hmacSha1(secret.getBytes(), text.getBytes());
    return new NativeApi("/oauth/refresh_access_token", "")
        .with("access_token", token)
        .with("date", date)
        .with("signature", Base64.getEncoder().encodeToString(signature));
  }

  public NativeApi with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public NativeApi without(String name) {
    parameters.remove(name);
    return this;
  }

  public NativeApi at(String host) {
    this.host = host;
    return this;
  }

  /** Sends the parameters as a form. */
  public Response send() {
    return given()
        .header("Host", host)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(parameters)
        .post(path);
  }

  /** Sends the parameters as a JSON object. */
  public Response sendJson() {
    return given()
        .header("Host", host)
        .contentType("application/json")
        .body(Json.write(parameters))
        .post(path);
  }

  /** The body of a success. */
  public JsonNode ok() {
    Response response = send();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    JsonNode body = Json.parse(response.asString());
    assertThat(body.path("stat").asText()).as(response.asString()).isEqualTo("ok");
    return body;
  }

  /** Asserts an error reply member by member; JSON with single quotes, without the request id. */
  public void isRefused(String expected) {
    isRefused(200, expected);
  }

  /** Asserts the code of an error reply. */
  public void isRefusedWith(int code) {
    Response response = send();
    assertThat(Json.parse(response.asString()).path("code").asInt())
        .as(response.asString())
        .isEqualTo(code);
  }

  /** As {@link #isRefused(String)} with another HTTP status. */
  public void isRefused(int status, String expected) {
    Response response = send();
    assertThat(response.statusCode()).isEqualTo(status);
    ObjectNode body = (ObjectNode) Json.parse(response.asString());
    String requestId = body.remove("request_id").asText();
    assertThat(requestId).matches("[a-z2-9]{16}").isEqualTo(response.header("X-Request-Id"));
    assertThat(body).isEqualTo(Json.parse(expected.replace('\'', '"').replace('`', '\'')));
  }
}
