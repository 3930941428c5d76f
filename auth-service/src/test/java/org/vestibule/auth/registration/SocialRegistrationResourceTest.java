package org.vestibule.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.auth.stub.SocialTokens;
import org.vestibule.platform.json.Json;

/** The replies of authentication.md 10.3, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class SocialRegistrationResourceTest {
  private static final String TAKEN =
      "{'stat':'error','code':361,'error':'unique_violation','attribute_name':'/profiles#/identifier',"
          + "'error_description':'Attempted to update a duplicate value'}";

  @BeforeEach
  void forget() {
    Neighbours.forget();
  }

  @Test
  void register_givesProfileTokenAndIsNew() {
    JsonNode body = NativeApi.registerSocial(SocialTokens.token("unknown"), "jo@example.com").ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "access_token", "capture_user", "is_new");
    assertThat(body.path("is_new").asBoolean()).isTrue();
  }

  @Test
  void register_afterTheSignInThatAskedForIt_takesTheSameToken_once() {
    String token = SocialTokens.token("unknown");
    NativeApi.social(token).isRefusedWith(310);
    NativeApi.registerSocial(token, "nobody").isRefusedWith(390);
    NativeApi.registerSocial(token, "jo@example.com").ok();
    NativeApi.registerSocial(token, "jo@example.com").isRefusedWith(200);
    assertThat(Neighbours.calls("/registrations")).hasSize(1);
  }

  @Test
  void address_thatTheProviderVouchesFor_isVerified() {
    NativeApi.registerSocial(SocialTokens.token("unknown"), "JO@example.com").ok();

    JsonNode made = Neighbours.calls("/registrations").get(0).path("body");
    assertThat(made.path("attributes").path("emailVerified").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(made.path("social").path("domain").asText()).isEqualTo("facebook.com");
  }

  @Test
  void address_ofAnother_orThatIsMerelyTold_isNotVerified() {
    NativeApi.registerSocial(
            SocialTokens.token("unknown"), "x" + UUID.randomUUID() + "@example.com")
        .ok();
    ObjectNode unverified = SocialTokens.profile("unknown");
    unverified.remove("verifiedEmail");
    NativeApi.registerSocial(SocialTokens.token("app-a", unverified), "jo@example.com").ok();

    for (JsonNode call : Neighbours.calls("/registrations")) {
      assertThat(call.path("body").path("attributes").has("emailVerified")).isFalse();
    }
  }

  @Test
  void parameters_thatNoFieldHas_reachNoRecord() {
    NativeApi.registerSocial(SocialTokens.token("unknown"), "n@example.com")
        .with("profiles", "[]")
        .with("profiles[identifier]", "https://www.facebook.com/victim")
        .with("emailVerified", "2000-01-01")
        .with("uuid", "6f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10")
        .ok();

    assertThat(Neighbours.calls("/registrations").get(0).path("body").path("attributes"))
        .isEqualTo(Json.parse("{\"email\":\"n@example.com\",\"displayName\":\"Jo\"}"));
  }

  @Test
  void identity_thatSomebodyHas_isAUniqueViolation() {
    NativeApi.registerSocial(SocialTokens.token("others"), "taken@example.com").isRefused(TAKEN);
    assertThat(Neighbours.calls("/registrations")).isEmpty();
  }

  @Test
  void address_thatSomebodyHas_isToldAtItsField() {
    NativeApi.registerSocial(SocialTokens.token("unknown"), "taken@example.com")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'emailAddress':['Email address is already being used.']}}");
    NativeApi.registerSocial(SocialTokens.token("unknown"), "raced@example.com")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'emailAddress':['Email address is already being used.']}}");
  }

  @Test
  void token_whenMissingOrForeign_isTold() {
    NativeApi.registerSocial("", "n@example.com")
        .isRefused(
            "{'stat':'error','code':100,'error':'missing_argument','argument_name':'token','error_description':'missing arguments: token'}");
    NativeApi.registerSocial(
            SocialTokens.token("app-b", SocialTokens.profile("unknown")), "n@example.com")
        .isRefusedWith(200);
  }
}
