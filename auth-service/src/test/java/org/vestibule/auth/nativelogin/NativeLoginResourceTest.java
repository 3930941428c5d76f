package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.platform.json.Json;

/** The replies of authentication.md 10.1, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class NativeLoginResourceTest {
  static final String REFUSED =
      "{'stat':'error','code':210,'error':'invalid_credentials','error_description':'some inputs are invalid',"
          + "'invalid_fields':{'signInForm':['Incorrect username or password. Please try again.']}}";

  @Test
  void signIn_whenPasswordIsRight_thenProfileAndToken() {
    JsonNode body = NativeApi.signIn("jo@example.com").ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "access_token", "capture_user");
    assertThat(body.path("access_token").asText()).matches("[a-hjkmnp-z2-9]{32}");
    assertThat(body.path("capture_user"))
        .isEqualTo(
            Json.parse(
                """
                {"uuid":"3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10","id":4711,
                 "created":"2026-03-09 14:05:06.649505 +0000","email":"jo@example.com",
                 "emailVerified":null,"password":null,"profiles":[]}"""));
  }

  @Test
  void responseType_decidesAboutTokenAndCode() {
    JsonNode code = NativeApi.signIn("jo@example.com").with("response_type", "code").ok();
    assertThat(code.has("access_token")).isFalse();
    assertThat(code.path("authorization_code").asText()).matches("[a-hjkmnp-z2-9]{32}");

    for (String both : new String[] {"code_with_token", "code_and_token"}) {
      JsonNode body = NativeApi.signIn("jo@example.com").with("response_type", both).ok();
      assertThat(body.has("access_token")).isTrue();
      assertThat(body.has("authorization_code")).isTrue();
    }
  }

  @Test
  void responseType_whenUnknown_thenRefused() {
    NativeApi.signIn("jo@example.com")
        .with("response_type", "everything")
        .isRefused(
            "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'response_type',"
                + "'error_description':'response_type was not valid for the following reason: not a valid response type'}");
  }

  @Test
  void signIn_whenRefused_thenEveryCauseReadsTheSame() {
    NativeApi.signIn("jo@example.com").with("currentPassword", "no").isRefused(REFUSED);
    NativeApi.signIn("stranger@example.com").isRefused(REFUSED);
    NativeApi.signIn("deactivated@example.com").with("currentPassword", "no").isRefused(REFUSED);
  }

  @Test
  void signIn_whenRefused_thenBytesAndHeadersDoNotTellTheCause() {
    Response known = NativeApi.signIn("jo@example.com").with("currentPassword", "no").send();
    Response unknown =
        NativeApi.signIn("stranger@example.com").with("currentPassword", "no").send();

    assertThat(withoutRequestId(known)).isEqualTo(withoutRequestId(unknown));
    assertThat(names(known)).isEqualTo(names(unknown));
  }

  @Test
  void signIn_whenLocaleHasItsOwnText_thenToldInIt() {
    NativeApi.signIn("stranger@example.com")
        .with("locale", "nl-NL")
        .isRefused(
            REFUSED.replace(
                "Incorrect username or password. Please try again.",
                "Onjuiste gebruikersnaam of wachtwoord. Probeer het opnieuw."));
  }

  @Test
  void form_whenUnknown_thenRefusedByName() {
    for (String form : new String[] {"signinform", "registrationForm", "textHeading"}) {
      NativeApi.signIn("jo@example.com")
          .with("form", form)
          .isRefused(
              "{'stat':'error','code':200,'error':'invalid_argument','error_description':'no such form `"
                  + form
                  + "`'}");
    }
  }

  @Test
  void arguments_whenMissing_thenNamed() {
    NativeApi.signIn("jo@example.com").without("flow").isRefused(missing("flow", true));
    NativeApi.signIn("jo@example.com")
        .with("flow_version", "")
        .isRefused(missing("flow_version", true));
    NativeApi.signIn("jo@example.com")
        .with("response_type", "code")
        .without("redirect_uri")
        .without("flow")
        .isRefused(missing("flow, redirect_uri", false));
    NativeApi.signIn("jo@example.com")
        .without("flow")
        .without("locale")
        .without("form")
        .isRefused(missing("flow, locale, form", false));
    NativeApi.signIn("jo@example.com").without("redirect_uri").ok();
  }

  @Test
  void flow_whenVersionOrLocaleIsUnknown_thenNotFound() {
    NativeApi.signIn("jo@example.com")
        .with("flow_version", "12345abc-1234-abcd-1234-12345abcde12")
        .isRefused(flowNotFound("standard", "12345abc-1234-abcd-1234-12345abcde12", "en-US"));
    NativeApi.signIn("jo@example.com")
        .with("flow", "Standard")
        .isRefused(flowNotFound("Standard", "20260311094207004518", "en-US"));
    NativeApi.signIn("jo@example.com")
        .with("locale", "fr-FR")
        .isRefused(flowNotFound("standard", "20260311094207004518", "fr-FR"));
    NativeApi.signIn("jo@example.com")
        .with("flow_version", "HEAD")
        .isRefused(flowNotFound("standard", "HEAD", "en-US"));
    NativeApi.signIn("jo@example.com")
        .with("flow", "x".repeat(300))
        .isRefused(flowNotFound("x".repeat(300), "20260311094207004518", "en-US"));
  }

  @Test
  void defaults_whenTheClientHasThem_thenFlowLocaleAndFormMayBeAbsent() {
    NativeApi.signIn("jo@example.com")
        .with("client_id", "default-a")
        .without("flow")
        .without("flow_version")
        .without("locale")
        .without("form")
        .ok();
  }

  @Test
  void oldParameterNames_whenNoFormIsNamed_thenAccepted() {
    NativeApi.signIn("jo@example.com")
        .without("form")
        .without("signInEmailAddress")
        .without("currentPassword")
        .with("user", "jo@example.com")
        .with("password", "Test.123")
        .ok();
  }

  @Test
  void client_whenUnknownOrNotALoginClient_thenRefused() {
    NativeApi.signIn("jo@example.com").with("client_id", "nobody").isRefused(WRONG_CLIENT);
    NativeApi.signIn("jo@example.com")
        .with("client_id", "x".repeat(100_000))
        .isRefused(WRONG_CLIENT);
    NativeApi.signIn("jo@example.com")
        .with("client_id", "owner-a")
        .isRefused(
            "{'stat':'error','code':403,'error':'permission_error',"
                + "'error_description':'This client does not support log in and registration.'}");
    NativeApi.signIn("jo@example.com")
        .with("client_id", "guarded-a")
        .isRefused(
            "{'stat':'error','code':403,'error':'client_permission_error',"
                + "'error_description':'the provided client does not have authorization for this action'}");
    NativeApi.signIn("jo@example.com").with("client_id", "").isRefused(missing("client_id", true));
  }

  @Test
  void tenant_whenClientOfAnother_thenRefused() {
    NativeApi.signIn("jo@example.com").at("b.example.com").isRefused(WRONG_CLIENT);
    NativeApi.signIn("jo@example.com").with("client_id", "login-b").isRefused(WRONG_CLIENT);
    NativeApi.signIn("jo@example.com").with("client_id", "login-b").at("b.example.com").ok();
  }

  @Test
  void host_whenNoApplicationHasIt_thenRefused() {
    NativeApi.signIn("jo@example.com")
        .at("elsewhere.example.com")
        .isRefused(
            "{'stat':'error','code':224,'error':'application_not_found',"
                + "'error_description':'no application exists on this domain'}");
  }

  @Test
  void redirectUri_whenNotOfTheWeb_thenRefused() {
    for (String uri :
        new String[] {"javascript:alert(1)", "ftp://example.com", "example.com", " http://x"}) {
      NativeApi.signIn("jo@example.com")
          .with("redirect_uri", uri)
          .isRefused(
              "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'redirect_uri',"
                  + "'error_description':'redirect_uri was not valid for the following reason: must begin with http: or https:'}");
    }
  }

  @Test
  void mergeToken_whenGiven_thenRefused() {
    NativeApi.signIn("jo@example.com")
        .with("merge_token", "0123456789abcdef0123456789abcdef01234567")
        .isRefused(
            "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'merge_token',"
                + "'error_description':'merge_token was not valid for the following reason: not a valid token'}");
  }

  @Test
  void refreshSecret_whenMalformed_thenRefused_andNeverEchoed() {
    NativeApi.signIn("jo@example.com")
        .with("refresh_secret", "short")
        .isRefused(
            "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'refresh_secret',"
                + "'error_description':'refresh_secret was not valid for the following reason: must be 40 hexadecimal digits'}");
    String secret = "0123456789abcdef0123456789abcdef01234567";
    assertThat(NativeApi.signIn("jo@example.com").with("refresh_secret", secret).ok().toString())
        .doesNotContain(secret);
  }

  @Test
  void fields_whenMalformed_thenMessagesByField() {
    NativeApi.signIn("not an address")
        .with("currentPassword", "")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'signInEmailAddress':['Enter a valid email address.'],'currentPassword':['Password is required.']}}");
  }

  @Test
  void account_whenDeactivated_thenTriggeredError() {
    NativeApi.signIn("deactivated@example.com")
        .isRefused(
            "{'stat':'error','code':540,'error':'triggered_error',"
                + "'error_description':'an error was triggered in the flow','message':'accountDeactivated'}");
  }

  @Test
  void hashing_whenAtItsLimit_thenHttp510() {
    NativeApi.signIn("busy@example.com")
        .isRefused(
            510,
            "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many simultaneous calls'}");
    assertThat(NativeApi.signIn("busy@example.com").send().header("Retry-After")).isEqualTo("1");
  }

  @Test
  void store_whenItFails_thenNoDetailLeaves() {
    Response reply = NativeApi.signIn("broken@example.com").send();

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotNull();
    JsonNode body = Json.parse(reply.asString());
    assertThat(body.path("code").asInt()).isEqualTo(500);
    assertThat(body.path("error").asText()).isEqualTo("unexpected_error");
    assertThat(reply.asString()).doesNotContain("entity", "Exception", "internal/");
  }

  @Test
  void entityType_whenUnknown_thenToldByName() {
    NativeApi.signIn("jo@example.com")
        .with("client_id", "typeless-a")
        .isRefused(
            "{'stat':'error','code':222,'error':'unknown_entity_type',"
                + "'error_description':'entity type does not exist: nobody','type_name':'nobody'}");
  }

  @Test
  void json_whenSentInstead_thenReadAsParameters() {
    assertThat(NativeApi.signIn("jo@example.com").sendJson().jsonPath().getString("stat"))
        .isEqualTo("ok");
  }

  static final String WRONG_CLIENT =
      "{'stat':'error','code':402,'error':'invalid_client_credentials',"
          + "'error_description':'client_id or client_secret is not valid'}";

  private static String missing(String names, boolean single) {
    return "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing arguments: "
        + names
        + (single ? "','argument_name':'" + names + "'}" : "'}");
  }

  private static String flowNotFound(String flow, String version, String locale) {
    return "{'stat':'error','code':500,'error':'unexpected_error','error_description':'could not find a flow named `%s` with version `%s` and locale `%s`'}"
        .formatted(flow, version, locale);
  }

  private static String withoutRequestId(Response response) {
    return response.asString().replaceAll("\"request_id\":\"[a-z2-9]{16}\"", "");
  }

  private static Object names(Response response) {
    return response.headers().asList().stream().map(header -> header.getName()).sorted().toList();
  }

  @Test
  void signIn_whenTheStoreKeepsFailing_thenUnavailableAndAgainOnceItWorks()
      throws InterruptedException {
    for (int i = 0; i < 30; i++) {
      NativeApi.signIn("broken@example.com")
          .isRefused(
              503,
              "{'stat':'error','code':500,'error':'unexpected_error','error_description':'the service is not available'}");
    }
    Thread.sleep(700);
    NativeApi.signIn("jo@example.com").ok();
  }
}
