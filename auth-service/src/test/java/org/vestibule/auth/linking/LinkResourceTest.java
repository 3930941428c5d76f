package org.vestibule.auth.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The replies of authentication.md 10.8 and 10.9, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class LinkResourceTest {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  private static final String OK = "{\"stat\":\"ok\"}";

  @BeforeEach
  void forget() {
    Neighbours.forget();
  }

  @Test
  void link_givesTheRecordOfTheTokenTheIdentity_once() {
    String access = accessToken("login-a");
    String token = SocialTokens.token("more");

    assertThat(NativeApi.link(access, token).ok()).isEqualTo(Json.parse(OK));

    JsonNode asked = Neighbours.calls("/social/link").get(0).path("body");
    assertThat(asked.path("uuid").asText()).isEqualTo(RECORD);
    assertThat(asked.path("signsIn").asBoolean()).isFalse();
    NativeApi.link(access, token).isRefusedWith(200);
    NativeApi.social(token).isRefusedWith(200);
  }

  @Test
  void link_whenSixteenAtOnceWithOneToken_oneWins() {
    String access = accessToken("login-a");
    String token = SocialTokens.token("more");
    List<Integer> codes =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> Json.parse(NativeApi.link(access, token).send().asString()))
            .map(body -> body.path("code").asInt())
            .toList();
    assertThat(codes).filteredOn(code -> code == 0).hasSize(1);
    assertThat(Neighbours.calls("/social/link")).hasSize(1);
  }

  @Test
  void link_ofAnIdentityThatSomebodyHas_isAUniqueViolation() {
    NativeApi.link(accessToken("login-a"), SocialTokens.token("others"))
        .isRefused(
            "{'stat':'error','code':361,'error':'unique_violation','attribute_name':'/profiles#/identifier',"
                + "'error_description':'Attempted to update a duplicate value'}");
  }

  @Test
  void accessToken_ofAnotherClientOrNobody_isNoGrant_andTheSocialTokenStays() {
    String token = SocialTokens.token("more");
    String foreign = accessToken("silent-a");
    NativeApi.link(foreign, token).isRefusedWith(413);
    NativeApi.link("nonsense", token).isRefusedWith(413);
    NativeApi.unlink(foreign, "https://example.com/x").isRefusedWith(413);
    NativeApi.link(foreign, token)
        .with("client_id", "login-b")
        .at("b.example.com")
        .isRefusedWith(413);
    assertThat(Neighbours.calls("/social/link")).isEmpty();
    NativeApi.link(accessToken("login-a"), token).ok();
  }

  @Test
  void arguments_whenMissing_areNamed() {
    NativeApi.link("", "")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing arguments: access_token, token'}");
    NativeApi.unlink("", "")
        .without("flow")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing arguments: flow, access_token, identifier_to_remove'}");
  }

  @Test
  void flow_mustExist_formIsIgnored() {
    String access = accessToken("login-a");
    NativeApi.link(access, SocialTokens.token("more"))
        .with("flow_version", "HEAD")
        .isRefusedWith(500);
    NativeApi.link(access, SocialTokens.token("more")).with("form", "nonsense").ok();
  }

  @Test
  void verifiedAddress_isAskedForWhenTheSettingSaysSo() {
    String access = accessToken("careful-a");
    String token = SocialTokens.token("more");
    NativeApi.link(access, token)
        .with("client_id", "careful-a")
        .isRefused(
            "{'stat':'error','code':540,'error':'triggered_error',"
                + "'error_description':'an error was triggered in the flow','message':'email not verified'}");
    assertThat(Neighbours.calls("/social/link")).isEmpty();
  }

  @Test
  void providerTokens_travelOnlyWhenTheSettingKeepsThem() {
    NativeApi.social(SocialTokens.token("known")).with("client_id", "careful-a").ok();
    NativeApi.social(SocialTokens.token("known")).ok();
    List<JsonNode> calls = Neighbours.calls("/social/sign-in");
    assertThat(calls.get(0).path("body").path("identity").has("accessCredentials")).isTrue();
    assertThat(calls.get(1).path("body").path("identity").has("accessCredentials")).isFalse();
  }

  @Test
  void unlink_takesTheIdentityFromTheRecordOfTheToken() {
    assertThat(NativeApi.unlink(accessToken("login-a"), "https://example.com/mine").ok())
        .isEqualTo(Json.parse(OK));
    assertThat(Neighbours.calls("/social/unlink").get(0).path("body"))
        .isEqualTo(
            Json.parse(
                "{\"uuid\":\"" + RECORD + "\",\"identifier\":\"https://example.com/mine\"}"));
  }

  @Test
  void unlink_ofWhatIsNotThere_orTheLastWayIn_isRefused() {
    String access = accessToken("login-a");
    NativeApi.unlink(access, "https://example.com/absent")
        .isRefused(
            "{'stat':'error','code':200,'error':'invalid_argument','argument_name':'identifier_to_remove',"
                + "'error_description':'identifier_to_remove was not valid for the following reason: the user has no such identifier'}");
    NativeApi.unlink(access, "https://example.com/last")
        .isRefused(
            "{'stat':'error','code':540,'error':'triggered_error','error_description':'an error was triggered in the flow',"
                + "'message':'cannot remove the only sign-in method'}");
  }

  @Test
  void unlink_isNotLimitedToTheClientsAddresses() {
    NativeApi.unlink("nonsense", "https://example.com/mine")
        .with("client_id", "guarded-a")
        .isRefusedWith(413);
    NativeApi.link("nonsense", "0".repeat(40)).with("client_id", "guarded-a").isRefusedWith(403);
  }

  private static String accessToken(String client) {
    return NativeApi.signIn("jo@example.com")
        .with("client_id", client)
        .ok()
        .path("access_token")
        .asText();
  }
}
