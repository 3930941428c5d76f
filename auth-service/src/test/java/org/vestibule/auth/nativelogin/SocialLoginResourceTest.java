package org.vestibule.auth.nativelogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.platform.json.Json;

/** The replies of authentication.md 10.2, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class SocialLoginResourceTest {
  private static final String NOT_VALID =
      "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'%1$s',"
          + "'error_description':'%1$s was not valid for the following reason: not a valid token'}";
  private static final String IN_USE =
      "{'stat':'error','code':380,'error':'email_address_in_use',"
          + "'error_description':'the email address is already in use','existing_provider':'capture'}";

  @BeforeEach
  void forget() {
    Neighbours.forget();
  }

  @Test
  void knownIdentity_getsProfileAndToken() {
    JsonNode body = NativeApi.social(SocialTokens.token("known")).ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "access_token", "capture_user", "is_new");
    assertThat(body.path("is_new").isBoolean()).isTrue();
    assertThat(body.path("is_new").asBoolean()).isFalse();
    assertThat(body.path("access_token").asText()).matches("[a-hjkmnp-z2-9]{32}");
    JsonNode asked = Neighbours.calls("/social/sign-in").get(0).path("body");
    assertThat(asked.path("clientId").asText()).isEqualTo("login-a");
    assertThat(asked.path("verifiedEmail").asText()).isEqualTo("jo@example.com");
    assertThat(asked.path("silentMerge").asBoolean()).isFalse();
    assertThat(asked.toString()).doesNotContain("s3cr3t-at-fb");
  }

  @Test
  void code_isBoundToTheRedirectUri() {
    JsonNode body =
        NativeApi.social(SocialTokens.token("known"))
            .with("response_type", "code_and_token")
            .with("redirect_uri", "https://site.example.com/back")
            .ok();
    assertThat(body.has("authorization_code")).isTrue();
    NativeApi.social(SocialTokens.token("known"))
        .with("response_type", "code")
        .without("redirect_uri")
        .isRefusedWith(100);
  }

  @Test
  void token_afterASuccess_isSpent() {
    String token = SocialTokens.token("known");
    NativeApi.social(token).ok();

    NativeApi.social(token).isRefused(NOT_VALID.formatted("token"));
    NativeApi.registerSocial(token, "n@example.com").isRefused(NOT_VALID.formatted("token"));
  }

  @Test
  void token_whenUsedSixteenTimesAtOnce_admitsOne() {
    String token = SocialTokens.token("known");
    List<Integer> codes =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> Json.parse(NativeApi.social(token).send().asString()))
            .map(body -> body.path("code").asInt())
            .toList();
    assertThat(codes).filteredOn(code -> code == 0).hasSize(1);
    assertThat(codes).filteredOn(code -> code == 200).hasSize(15);
  }

  @Test
  void token_whenUnknownForeignOrTooLong_isNotValid() {
    NativeApi.social("0".repeat(40)).isRefused(NOT_VALID.formatted("token"));
    NativeApi.social("x".repeat(10_000)).isRefused(NOT_VALID.formatted("token"));
    String foreign = SocialTokens.token("app-b", SocialTokens.profile("known"));
    NativeApi.social(foreign).isRefused(NOT_VALID.formatted("token"));
    assertThat(Neighbours.calls("/social/sign-in")).isEmpty();
    NativeApi.social(foreign).with("client_id", "login-b").at("b.example.com").ok();
  }

  @Test
  void unknownIdentity_getsTheFieldsOfTheForm_andMayTryAgain() {
    String token = SocialTokens.token("unknown");
    String expected =
        "{'stat':'error','code':310,'error':'record_not_found','error_description':'record not found',"
            + "'prereg_fields':{'firstName':'Jo','lastName':'Doe','emailAddress':'jo@example.com','nickName':'jodoe'}}";
    NativeApi.social(token).isRefused(expected);
    NativeApi.social(token).with("registration_form", "socialRegistrationForm").isRefused(expected);
  }

  @Test
  void preregFields_areNullWhereTheProviderHasNothing() {
    ObjectNode profile = SocialTokens.profile("unknown").put("preferredUsername", 7);
    profile.remove(List.of("email", "verifiedEmail", "displayName"));
    profile.put("name", "no object");
    NativeApi.social(SocialTokens.token("app-a", profile))
        .isRefused(
            "{'stat':'error','code':310,'error':'record_not_found','error_description':'record not found',"
                + "'prereg_fields':{'firstName':null,'lastName':null,'emailAddress':null,'nickName':null}}");
  }

  @Test
  void registrationForm_whenItIsNone_isRefused() {
    for (String form : new String[] {"nothing", "signInForm"}) {
      NativeApi.social(SocialTokens.token("unknown"))
          .with("registration_form", form)
          .isRefused(
              "{'stat':'error','code':200,'error':'invalid_argument','error_description':'no such form `"
                  + form
                  + "`'}");
    }
  }

  @Test
  void addressInUse_isToldWithTheProvider() {
    String token = SocialTokens.token("used");
    NativeApi.social(token).isRefused(IN_USE);
    NativeApi.social(token).isRefused(IN_USE);
  }

  @Test
  void silentMerge_isTheSettingOfTheClient() {
    NativeApi.social(SocialTokens.token("known")).with("client_id", "silent-a").ok();
    assertThat(
            Neighbours.calls("/social/sign-in").get(0).path("body").path("silentMerge").asBoolean())
        .isTrue();
  }

  @Test
  void unverifiedAddress_isNeverToldAsAVerifiedOne() {
    ObjectNode profile = SocialTokens.profile("known");
    profile.remove("verifiedEmail");
    NativeApi.social(SocialTokens.token("app-a", profile)).with("client_id", "silent-a").ok();
    assertThat(Neighbours.calls("/social/sign-in").get(0).path("body").has("verifiedEmail"))
        .isFalse();
  }

  @Test
  void deactivatedAccount_isTriggered_andTheTokenStays() {
    String token = SocialTokens.token("deactivated");
    String refused =
        "{'stat':'error','code':540,'error':'triggered_error',"
            + "'error_description':'an error was triggered in the flow','message':'accountDeactivated'}";
    NativeApi.social(token).isRefused(refused);
    NativeApi.social(token).isRefused(refused);
  }

  @Test
  void thinRegistration_makesTheRecordWithWhatWasTold() {
    JsonNode body =
        NativeApi.social(SocialTokens.token("thin"))
            .with("thin_registration", "true")
            .without("flow")
            .without("flow_version")
            .without("locale")
            .ok();
    assertThat(body.path("is_new").asBoolean()).isTrue();
    JsonNode made = Neighbours.calls("/registrations").get(0).path("body");
    assertThat(made.path("social").path("providerSpecifier").asText()).isEqualTo("facebook");
    ObjectNode attributes = (ObjectNode) made.path("attributes");
    assertThat(attributes.remove("emailVerified").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(attributes)
        .isEqualTo(
            Json.parse(
                "{\"email\":\"jo@example.com\",\"displayName\":\"Jo Doe\",\"givenName\":\"Jo\",\"familyName\":\"Doe\"}"));
  }

  @Test
  void thinRegistration_withoutAVerifiedAddress_vouchesForNothing() {
    ObjectNode profile = SocialTokens.profile("thin").put("verifiedEmail", "not an address");
    NativeApi.social(SocialTokens.token("app-a", profile)).with("thin_registration", "true").ok();
    JsonNode attributes = Neighbours.calls("/registrations").get(0).path("body").path("attributes");
    assertThat(attributes.path("email").asText()).isEqualTo("jo@example.com");
    assertThat(attributes.has("emailVerified")).isFalse();
  }

  @Test
  void thinRegistration_whenTheStoreRefuses_asksForTheForm() {
    ObjectNode profile = SocialTokens.profile("thin").put("verifiedEmail", "rule@example.com");
    NativeApi.social(SocialTokens.token("app-a", profile))
        .with("thin_registration", "true")
        .isRefusedWith(310);
  }

  @Test
  void thinRegistration_whenSomebodyWasFaster_signsIn() {
    ObjectNode profile = SocialTokens.profile("faster").put("verifiedEmail", "raced@example.com");
    JsonNode body =
        NativeApi.social(SocialTokens.token("app-a", profile))
            .with("thin_registration", "true")
            .ok();
    assertThat(body.path("is_new").asBoolean()).isFalse();
  }

  @Test
  void thinRegistration_isCounted() {
    for (int i = 0; i < 3; i++) {
      capped(i).ok();
    }
    capped(4).isRefusedWith(510);
  }

  private static NativeApi capped(int i) {
    ObjectNode profile =
        SocialTokens.profile("thin").put("verifiedEmail", "t" + i + "@example.com");
    return NativeApi.social(SocialTokens.token("app-e", profile))
        .with("thin_registration", "true")
        .with("client_id", "thin-e")
        .at("e.example.com");
  }

  @Test
  void flow_isNeededUnlessTheRegistrationIsThin() {
    String token = SocialTokens.token("known");
    NativeApi.social(token).without("flow").isRefusedWith(100);
    NativeApi.social(token)
        .with("thin_registration", "true")
        .with("flow_version", "20200101000000000000")
        .isRefusedWith(500);
    NativeApi.social("")
        .without("flow")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing arguments: flow, token'}");
  }

  @Test
  void merge_givesTheFirstIdentityToTheRecordOfTheSecond() {
    ObjectNode first = SocialTokens.profile("used");
    String merge = SocialTokens.token("app-a", first);
    NativeApi.social(merge).isRefused(IN_USE);

    NativeApi.social(SocialTokens.token("known")).with("merge_token", merge).ok();

    JsonNode asked = Neighbours.calls("/social/sign-in").get(1).path("body");
    assertThat(asked.path("merge").path("identifier")).isEqualTo(first.path("identifier"));
    assertThat(asked.path("mergeInto").asText()).isEqualTo("3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
    NativeApi.social(merge).isRefused(NOT_VALID.formatted("token"));
  }

  @Test
  void merge_intoAnotherRecordThanTheOneInTheWay_isRefused_andBothTokensStay() {
    String merge = SocialTokens.token("used-elsewhere");
    NativeApi.social(merge).isRefused(IN_USE);
    String token = SocialTokens.token("known");

    NativeApi.social(token)
        .with("merge_token", merge)
        .isRefused(NOT_VALID.formatted("merge_token"));

    NativeApi.social(merge).isRefused(IN_USE);
    NativeApi.social(token).ok();
  }

  @Test
  void merge_ofAnIdentityThatSomebodyElseHas_isAUniqueViolation() {
    NativeApi.social(SocialTokens.token("known"))
        .with("merge_token", SocialTokens.token("others"))
        .isRefused(
            "{'stat':'error','code':361,'error':'unique_violation','attribute_name':'/profiles#/identifier',"
                + "'error_description':'Attempted to update a duplicate value'}");
  }

  @Test
  void merge_ofATokenWithItself_orOfAForeignOne_isNotValid() {
    String token = SocialTokens.token("known");
    NativeApi.social(token)
        .with("merge_token", token)
        .isRefused(NOT_VALID.formatted("merge_token"));
    NativeApi.social(token)
        .with("merge_token", SocialTokens.token("app-b", SocialTokens.profile("used")))
        .isRefused(NOT_VALID.formatted("merge_token"));
    NativeApi.social(token).ok();
  }

  @Test
  void passwordSignIn_withAMergeToken_linksBeforeItIsWritten() {
    ObjectNode profile = SocialTokens.profile("used");
    String merge = SocialTokens.token("app-a", profile);
    NativeApi.social(merge).isRefused(IN_USE);

    NativeApi.signIn("jo@example.com").with("merge_token", merge).ok();

    assertThat(
            Neighbours.calls("/credentials/check").get(0).path("body").path("bookkeeping").asText())
        .isEqualTo("false");
    JsonNode link = Neighbours.calls("/social/link").get(0).path("body");
    assertThat(link.path("uuid").asText()).isEqualTo("3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
    assertThat(link.path("signsIn").asBoolean()).isTrue();
    assertThat(link.path("identity").path("identifier")).isEqualTo(profile.path("identifier"));
    NativeApi.signIn("jo@example.com")
        .with("merge_token", merge)
        .isRefused(NOT_VALID.formatted("merge_token"));
  }

  @Test
  void passwordSignIn_withTheWrongPassword_linksNothing_andTheTokenStays() {
    String merge = SocialTokens.token("used");
    NativeApi.social(merge).isRefused(IN_USE);

    NativeApi.signIn("jo@example.com")
        .with("currentPassword", "no")
        .with("merge_token", merge)
        .isRefused(NativeLoginResourceTest.REFUSED);

    assertThat(Neighbours.calls("/social/link")).isEmpty();
    NativeApi.signIn("jo@example.com").with("merge_token", merge).ok();
  }

  @Test
  void passwordSignIn_withAMalformedAddress_leavesTheToken() {
    String merge = SocialTokens.token("used");
    NativeApi.signIn("nobody").with("merge_token", merge).isRefusedWith(390);
    NativeApi.signIn("jo@example.com").with("merge_token", merge).ok();
  }

  @Test
  void passwordSignIn_ofAnotherAccountThanTheOneInTheWay_mergesNothing() {
    String merge = SocialTokens.token("used-elsewhere");
    NativeApi.social(merge).isRefused(IN_USE);

    NativeApi.signIn("jo@example.com")
        .with("merge_token", merge)
        .isRefused(NOT_VALID.formatted("merge_token"));

    assertThat(Neighbours.calls("/social/link")).isEmpty();
  }

  @Test
  void passwordSignIn_withAnIdentityThatSomebodyElseHas_isAUniqueViolation() {
    NativeApi.signIn("jo@example.com")
        .with("merge_token", SocialTokens.token("others"))
        .isRefused(
            "{'stat':'error','code':361,'error':'unique_violation','attribute_name':'/profiles#/identifier',"
                + "'error_description':'Attempted to update a duplicate value'}");
  }

  @Test
  void client_ofAnotherFeature_orAddress_isRefused() {
    String token = SocialTokens.token("known");
    NativeApi.social(token).with("client_id", "owner-a").isRefusedWith(403);
    NativeApi.social(token).with("client_id", "guarded-a").isRefusedWith(403);
    NativeApi.social(token).with("client_id", "nobody").isRefusedWith(402);
    NativeApi.social(token).at("b.example.com").isRefusedWith(402);
    NativeApi.social(token).ok();
  }
}
