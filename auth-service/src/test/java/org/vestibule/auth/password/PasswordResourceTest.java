package org.vestibule.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;
import static org.vestibule.auth.stub.AccessApi.exchange;
import static org.vestibule.auth.stub.NativeApi.forgot;
import static org.vestibule.auth.stub.NativeApi.newPassword;
import static org.vestibule.auth.stub.NativeApi.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.KafkaProbe;
import org.vestibule.auth.stub.Mails;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.testkit.event.EventSchemas;

/** Forgotten and changed passwords: authentication.md 10.5, 10.6 and 11.1. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class PasswordResourceTest {
  private static final String RESET = "https://site.example.com/reset";
  private static final String GONE =
      "{'stat':'error','code':414,'error':'access_token_expired','error_description':'access_token expired'}";

  @Test
  void reset_endsEverythingButTheTokenThatMadeIt() throws InterruptedException {
    JsonNode before = exchange(AccessApi.code()).ok();
    forgot("reset@example.com").ok();
    String code = Mails.code(Mails.await("reset@example.com", 1), "code");
    JsonNode recovered = exchange(code).with("redirect_uri", RESET).ok();
    String token = recovered.path("access_token").asText();
    String unused = AccessApi.code();
    Neighbours.forget();

    var reply = newPassword(token).send();

    assertThat(reply.asString()).isEqualTo("{\"stat\":\"ok\"}");
    JsonNode change = Neighbours.calls("/changes").get(0).path("body");
    assertThat(change.path("attributes").toString()).isEqualTo("{\"password\":\"New.1234\"}");
    assertThat(change.has("currentPassword")).isFalse();
    newPassword(before.path("access_token").asText()).isRefused(GONE);
    for (JsonNode dead : new JsonNode[] {before, recovered}) {
      AccessApi.token("refresh_token")
          .with("refresh_token", dead.path("refresh_token").asText())
          .isRefused(
              400,
              "{'stat':'error','code':200,'error':'invalid_grant','sub_error':'invalid_argument','error_description':'refresh_token is not valid','argument_name':'refresh_token'}");
    }
    exchange(unused)
        .isRefused(
            400,
            "{'stat':'error','code':413,'error':'invalid_grant','sub_error':'no_access_grant','error_description':'no access grant for this authorization_code'}");
    assertThat(change.path("proof").toString())
        .isEqualTo(
            "{\"attribute\":\"email\",\"sha256\":\"%s\",\"verifiedBy\":\"emailVerified\",\"verifies\":false,\"ends\":\"profiles\"}"
                .formatted(Digests.sha256Hex("reset@example.com")));
    newPassword(token).ok();
    assertThat(Neighbours.calls("/changes").get(1).path("body").path("attributes").toString())
        .as("what was linked until the tokens ended goes too")
        .isEqualTo("{\"profiles\":null}");
    assertThat(Neighbours.calls("/changes")).hasSize(3);
    JsonNode again = Neighbours.calls("/changes").get(2).path("body");
    assertThat(again.has("proof")).as("the first change has used the proof").isFalse();
    var event = KafkaProbe.awaitAuthEvent("password-changed", reply.header("X-Request-Id"));
    EventSchemas.check(event);
  }

  @Test
  void proof_isOfWhoReadTheMail_andOfANewPasswordAlone() throws InterruptedException {
    Neighbours.forget();
    newPassword(userToken("login-a")).ok();
    update("editProfileForm", recovered("proof-1@example.com", "login-a"))
        .with("displayName", "Jo")
        .with("emailAddress", "jo@example.com")
        .ok();
    change(userToken("login-a"), "Test.123").ok();
    for (JsonNode call : Neighbours.calls("/changes")) {
      assertThat(call.path("body").has("proof")).isFalse();
    }
    String token = recovered("proof-2@example.com", "login-a");
    newPassword(token)
        .with("newPassword", "Before.123")
        .with("newPasswordConfirm", "Before.123")
        .isRefusedWith(352);
    Neighbours.forget();
    newPassword(token).ok();
    assertThat(Neighbours.calls("/changes").get(0).path("body").has("proof")).isTrue();
  }

  @Test
  void firstProof_endsOtherTokens_whateverTheSettingSays_andTellsOfTheVerifiedAddress()
      throws InterruptedException {
    String other = userToken("lasting-a");
    String token = recovered("first-proof@example.com", "lasting-a");
    Neighbours.forget();

    var reply = newPassword(token).with("client_id", "lasting-a").send();

    assertThat(reply.asString()).isEqualTo("{\"stat\":\"ok\"}");
    JsonNode sent = Neighbours.calls("/changes").get(0).path("body");
    assertThat(sent.path("proof").path("verifies").asBoolean()).isTrue();
    newPassword(other).with("client_id", "lasting-a").isRefused(GONE);
    var event = KafkaProbe.awaitAuthEvent("email-verified", reply.header("X-Request-Id"));
    EventSchemas.check(event);
    String lasting = userToken("lasting-a");
    newPassword(userToken("lasting-a")).with("client_id", "lasting-a").ok();
    newPassword(lasting).with("client_id", "lasting-a").ok();
  }

  @Test
  void newPassword_whenCommonAndTheClientScreens_thenRefused_andTheOldOneMayBeAnything() {
    String token =
        NativeApi.signIn("screened@example.com")
            .with("client_id", "screening-a")
            .ok()
            .path("access_token")
            .asText();

    NativeApi refused =
        newPassword(token)
            .with("client_id", "screening-a")
            .with("newPassword", "Password123")
            .with("newPasswordConfirm", "Password123");

    refused.isRefusedWith(390);
    refused.with("form", "changePasswordForm").with("currentPassword", "Test.123");
    refused.isRefusedWith(390);
    refused.with("newPassword", "New.1234").with("newPasswordConfirm", "New.1234").ok();
  }

  @Test
  void secondMail_endsTheLinkOfTheFirst() throws InterruptedException {
    forgot("twice@example.com").ok();
    String first = Mails.code(Mails.await("twice@example.com", 1), "code");
    forgot("twice@example.com").ok();
    String second = Mails.code(Mails.await("twice@example.com", 2), "code");

    assertThat(exchange(first).with("redirect_uri", RESET).send().statusCode()).isEqualTo(400);
    exchange(second).with("redirect_uri", RESET).ok();
    assertThat(exchange(second).with("redirect_uri", RESET).send().statusCode()).isEqualTo(400);
  }

  @Test
  void mail_speaksTheLocaleOfTheCall_andNeverTheHostOfTheRequest() throws InterruptedException {
    io.restassured.RestAssured.given()
        .header("Host", "a.example.com")
        .header("X-Forwarded-Host", "evil.example.net")
        .header("Forwarded", "host=evil.example.net")
        .header("X-Original-URL", "https://evil.example.net/")
        .formParam("client_id", "login-a")
        .formParam("flow", "standard")
        .formParam("flow_version", "20260311094207004518")
        .formParam("locale", "nl-NL")
        .formParam("form", "forgotPasswordForm")
        .formParam("signInEmailAddress", "locale@example.com")
        .post("/oauth/forgot_password_native");

    String mail = Mails.await("locale@example.com", 1);

    assertThat(mail).contains("Subject: Nieuw wachtwoord").contains("site.example.com/reset?code");
    assertThat(mail).doesNotContain("evil");
  }

  @Test
  void unknownSocialAndHidden_haveTheirReplies() {
    forgot("stranger@example.com")
        .isRefused(
            "{'stat':'error','code':212,'error':'no_such_account','error_description':'some inputs are invalid','invalid_fields':{'forgotPasswordForm':['We could not find an account with that email address.']}}");
    forgot("social@example.com")
        .isRefused(
            "{'stat':'error','code':540,'error':'triggered_error','error_description':'an error was triggered in the flow','message':'that account is social signin only'}");
    forgot("stranger@example.com").with("client_id", "hidden-a").ok();
    forgot("social@example.com").with("client_id", "hidden-a").ok();
    forgot("stranger@example.com").with("form", "quietPasswordForm").ok();
    forgot("unset-reset@example.com")
        .with("client_id", "limited-a")
        .isRefused(
            "{'stat':'error','code':226,'error':'flow_error','error_description':'the setting password_recover_url is missing'}");
    assertThat(Mails.to("stranger@example.com")).isEmpty();
    assertThat(Mails.to("social@example.com")).isEmpty();
  }

  @Test
  void requestsForMails_shareTheCounterOfSignIns() {
    for (int i = 0; i < 6; i++) {
      NativeApi.signIn("shared@example.com").with("client_id", "limited-a").send();
    }
    forgot("SHARED@example.com")
        .with("client_id", "limited-a")
        .isRefused(
            "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many login attempts'}");
  }

  @Test
  void changePasswordForm_asksForTheCurrentOne() {
    String token = userToken("login-a");
    Neighbours.forget();
    change(token, "Test.123").ok();
    JsonNode sent = Neighbours.calls("/changes").get(0).path("body");
    assertThat(sent.path("currentPassword").asText()).isEqualTo("Test.123");
    assertThat(sent.path("attributes").toString()).isEqualTo("{\"password\":\"New.1234\"}");
    change(token, "wrong")
        .isRefused(
            "{'stat':'error','code':213,'error':'password_incorrect','error_description':'some inputs are invalid','invalid_fields':{'currentPassword':['Incorrect password. Please try again.']}}");
    change(token, "none")
        .isRefused(
            "{'stat':'error','code':211,'error':'no_password','error_description':'the account has no password'}");
    change(token, "Test.123")
        .with("newPassword", "Before.123")
        .with("newPasswordConfirm", "Before.123")
        .isRefused(
            "{'stat':'error','code':352,'error':'password_unacceptable','error_description':'password is unacceptable'}");
    change(token, "Test.123").without("currentPassword").isRefusedWith(390);
  }

  @Test
  void restrictedClient_needsTheProofOfAMail() throws InterruptedException {
    newPassword(userToken("strict-a"))
        .with("client_id", "strict-a")
        .isRefused(
            "{'stat':'error','code':403,'error':'client_permission_error','error_description':'the provided client does not have authorization for this action'}");
    String token = recovered("strict@example.com", "strict-a");
    newPassword(token).with("client_id", "strict-a").ok();
  }

  @Test
  void tokensOfOthers_areNoTokens() {
    String unknown =
        "{'stat':'error','code':413,'error':'no_access_grant','error_description':'no access grant for this access_token'}";
    newPassword("x").isRefused(unknown);
    newPassword(userToken("strict-a")).isRefused(unknown);
    newPassword(userToken("login-a"))
        .with("client_id", "login-b")
        .at("b.example.com")
        .isRefused(unknown);
    newPassword("x")
        .without("access_token")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing arguments: access_token','argument_name':'access_token'}");
  }

  @Test
  void changedAddress_isVerifiedAnew_andTheOldOneIsTold() throws InterruptedException {
    Neighbours.forget();
    int told = Mails.to("jo@example.com").size();
    update("editProfileForm", userToken("login-a"))
        .with("displayName", "Jo")
        .with("emailAddress", "moved@example.com")
        .with("emailVerified", "2020-01-01")
        .ok();

    assertThat(Neighbours.calls("/changes").get(0).path("body").path("attributes").toString())
        .isEqualTo("{\"displayName\":\"Jo\",\"email\":\"moved@example.com\"}");
    assertThat(Mails.await("moved@example.com", 1)).contains("Subject: Verify Shop");
    assertThat(Mails.await("jo@example.com", told + 1)).contains("Subject: Changed Shop");
    update("editProfileForm", userToken("login-a"))
        .with("displayName", "Jo")
        .with("emailAddress", "taken@example.com")
        .isRefusedWith(390);
  }

  private static NativeApi change(String token, String current) {
    return update("changePasswordForm", token)
        .with("currentPassword", current)
        .with("newPassword", "New.1234")
        .with("newPasswordConfirm", "New.1234");
  }

  /** The token of somebody who read the mail. */
  private static String recovered(String address, String client) throws InterruptedException {
    forgot(address).with("client_id", client).ok();
    String code = Mails.code(Mails.await(address, 1), "code");
    return exchange(code).as(client).with("redirect_uri", RESET).ok().path("access_token").asText();
  }

  private static String userToken(String client) {
    return access("getAccessToken").with("for_client_id", client).ok().path("accessToken").asText();
  }
}
