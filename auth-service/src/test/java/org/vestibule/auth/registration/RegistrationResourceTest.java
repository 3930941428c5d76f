package org.vestibule.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.auth.stub.Neighbours;
import org.vestibule.platform.json.Json;

/** The replies of authentication.md 10.4, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class RegistrationResourceTest {

  @BeforeEach
  void forget() {
    Neighbours.forget();
  }

  @Test
  void register_whenFormIsGood_thenProfileAndTokenWithoutIsNew() {
    JsonNode body = NativeApi.register("new@example.com").ok();

    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "access_token", "capture_user");
    assertThat(body.path("capture_user").path("uuid").asText())
        .isEqualTo("3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10");
  }

  @Test
  void register_whenFormIsGood_thenOnlyItsFieldsReachTheStore() {
    NativeApi.register("new@example.com")
        .with("firstName", " Jo ")
        .with("uuid", "6f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10")
        .with("id", "1")
        .with("created", "2000-01-01")
        .with("lastUpdated", "2000-01-01")
        .with("emailVerified", "2000-01-01")
        .with("verified", "2000-01-01")
        .with("deactivateAccount", "2000-01-01")
        .with("password[type]", "password-argon2id")
        .with("attributes", "{\"email\":\"x@example.com\"}")
        .with("roles[admin]", "true")
        .ok();

    assertThat(Neighbours.calls("/registrations").get(0).path("body"))
        .isEqualTo(
            Json.parse(
                """
                {"clientId":"login-a","attributes":{"givenName":"Jo","email":"new@example.com",
                 "displayName":"Jo","password":"Test.123"}}"""));
  }

  @Test
  void password_whenCommonAndTheClientScreens_thenRefusedInTheWordsOfTheFlow() {
    NativeApi.register("new@example.com")
        .with("client_id", "screening-a")
        .with("newPassword", "Password123")
        .with("newPasswordConfirm", "Password123")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid','invalid_fields':{'newPassword':['Everybody guesses this password.']}}");

    assertThat(Neighbours.calls("/registrations")).isEmpty();
    NativeApi.register("new@example.com").with("client_id", "screening-a").ok();
    NativeApi.register("new@example.com")
        .with("newPassword", "Password123")
        .with("newPasswordConfirm", "Password123")
        .ok();
  }

  @Test
  void register_whenHostedLoginFormIsNamed_thenTheFlowsOwnFormStandsIn() {
    NativeApi.register("new@example.com").with("form", "traditionalRegistrationForm").ok();
  }

  @Test
  void fields_whenBad_thenEveryMessageIsCollectedAndNothingIsStored() {
    NativeApi.register("taken@example.com")
        .with("displayName", " ")
        .with("newPassword", "short")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'emailAddress':['Email address is already being used.'],"
                + "'displayName':['Display name is required.'],"
                + "'newPassword':['Password must be at least 8 characters long.'],"
                + "'newPasswordConfirm':['The passwords do not match.']}}");

    assertThat(Neighbours.calls("/registrations")).isEmpty();
  }

  @Test
  void address_whenTakenBetweenCheckAndStore_thenReadsTheSame() {
    NativeApi.register("raced@example.com")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'emailAddress':['Email address is already being used.']}}");
  }

  @Test
  void violation_whenNoFieldHasTheAttribute_thenToldAtTheForm() {
    NativeApi.register("rule@example.com")
        .isRefused(
            "{'stat':'error','code':390,'error':'invalid_form_fields','error_description':'some inputs are invalid',"
                + "'invalid_fields':{'registrationForm':['not good']}}");
  }

  @Test
  void form_whenAFieldNamesNoAttribute_thenFlowError() {
    NativeApi.register("new@example.com")
        .with("form", "brokenForm")
        .isRefused(
            "{'stat':'error','code':226,'error':'flow_error',"
                + "'error_description':'the flow is misconfigured: the attribute shoeSize does not exist'}");
  }

  @Test
  void hashing_whenAtItsLimit_thenHttp510() {
    NativeApi.register("busy@example.com")
        .isRefused(
            510,
            "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many simultaneous calls'}");
  }

  @Test
  void store_whenItFailsOnce_thenAskedAgainWithTheSameKey() {
    NativeApi.register("late@example.com").ok();

    var keys =
        Neighbours.calls("/registrations").stream()
            .map(it -> it.path("idempotencyKey").asText())
            .toList();
    assertThat(keys).hasSize(2);
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).matches("[0-9a-f-]{36}");
  }

  @Test
  void registrations_whenOverTheCapOfTheApplication_thenRefused() {
    for (int i = 0; i < 3; i++) {
      capped("c" + i + "@example.com").ok();
    }

    capped("c4@example.com")
        .isRefused(
            "{'stat':'error','code':510,'error':'api_limit_error','error_description':'too many registration attempts'}");
  }

  @Test
  void tenant_whenClientOfAnother_thenRefusedBeforeAnythingIsAsked() {
    NativeApi.register("new@example.com")
        .at("b.example.com")
        .isRefused(
            "{'stat':'error','code':402,'error':'invalid_client_credentials',"
                + "'error_description':'client_id or client_secret is not valid'}");

    assertThat(Neighbours.calls("/values/taken")).isEmpty();
    assertThat(Neighbours.calls("/registrations")).isEmpty();
  }

  @Test
  void calls_toTheStore_carryApplicationClientAndRequest() {
    NativeApi.register("new@example.com").ok();

    JsonNode call = Neighbours.calls("/registrations").get(0);
    assertThat(call.path("path").asText())
        .isEqualTo("/internal/applications/app-a/types/user/registrations");
    JsonNode context = Neighbours.context(call);
    assertThat(context.path("clientId").asText()).isEqualTo("login-a");
    assertThat(context.path("correlationId").asText()).matches("[a-z2-9]{16}");
    assertThat(context.path("origin").path("endpoint").asText())
        .isEqualTo("/oauth/register_native_traditional");
  }

  private static NativeApi capped(String address) {
    return NativeApi.register(address).with("client_id", "capped-c").at("c.example.com");
  }
}
