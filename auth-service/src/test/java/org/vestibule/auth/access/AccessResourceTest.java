package org.vestibule.auth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.stub.AccessApi.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.auth.stub.AccessApi;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.Neighbours;

/** The replies of authentication.md 8.1 to 8.3, member by member. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class AccessResourceTest {
  private static final String FORBIDDEN =
      "{'stat':'error','code':403,'error':'client_permission_error','error_description':'the provided client does not have authorization for this action'}";

  @Test
  void token_byUuid_isTheOnlyMember() {
    JsonNode body = access("getAccessToken").ok();

    assertThat(body.fieldNames()).toIterable().containsExactly("stat", "accessToken");
    assertThat(body.path("accessToken").asText()).matches("[a-z2-9]{32}");
    assertThat(access("getAccessToken").get().jsonPath().getString("stat")).isEqualTo("ok");
  }

  @Test
  void selector_reachesTheStoreAsItWasMeant() {
    Neighbours.forget();
    access("getAccessToken").without("uuid").with("id", "4711").ok();
    access("getAccessToken")
        .without("uuid")
        .with("key_attribute", "email")
        .with("key_value", "\"jo@example.com\"")
        .ok();
    access("getAccessToken")
        .without("uuid")
        .with("key_attribute", "email")
        .with("key_value", "jo@example.com")
        .ok();

    assertThat(Neighbours.calls("/records/find").stream().map(it -> it.path("body").toString()))
        .containsExactly(
            "{\"id\":4711}",
            "{\"keyAttribute\":\"email\",\"keyValue\":\"jo@example.com\"}",
            "{\"keyAttribute\":\"email\",\"keyValue\":\"jo@example.com\"}");
  }

  @Test
  void selector_missingDoubleOrUnknown() {
    access("getAccessToken")
        .without("uuid")
        .isRefused(
            200,
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing required argument: uuid','argument_name':'uuid'}");
    access("getAccessToken")
        .with("id", "4711")
        .isRefused(
            200,
            "{'stat':'error','code':201,'error':'duplicate_argument','error_description':'duplicate argument: id','argument_name':'id'}");
    access("getAccessToken")
        .without("type_name")
        .isRefused(
            200,
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing required argument: type_name','argument_name':'type_name'}");
    access("getAccessToken")
        .with("uuid", "00000000-0000-4000-8000-000000000000")
        .isRefused(
            200,
            "{'stat':'error','code':310,'error':'record_not_found','error_description':'a record could not be found'}");
    access("getAccessToken")
        .without("uuid")
        .with("key_attribute", "nowhere")
        .with("key_value", "1")
        .isRefused(
            200,
            "{'stat':'error','code':223,'error':'unknown_attribute','error_description':'not good','attribute_name':'/nowhere'}");
    access("getAccessToken")
        .with("type_name", "nobody")
        .isRefused(
            200,
            "{'stat':'error','code':222,'error':'unknown_entity_type','error_description':'entity type does not exist: nobody','type_name':'nobody'}");
  }

  @ParameterizedTest
  @CsvSource({"getAccessToken", "getAuthorizationCode", "getVerificationCode"})
  void callersWithoutTheFeature_areRefused(String operation) {
    access(operation).as("reader-a").isRefused(200, FORBIDDEN);
    access(operation).as("login-a").isRefused(200, FORBIDDEN);
  }

  @Test
  void addressList_holds_exceptForVerificationCodes() {
    access("getAccessToken").as("far-a").isRefused(200, FORBIDDEN);
    access("getVerificationCode").as("far-a").with("attribute_name", "emailVerified").ok();
  }

  @Test
  void clientsOfOtherApplications_areUnknown() {
    access("getAccessToken")
        .with("for_client_id", "login-b")
        .isRefused(
            200,
            "{'stat':'error','code':200,'error':'invalid_argument','error_description':'for_client_id was not valid for the following reason: not a valid id','argument_name':'for_client_id'}");
    access("getAccessToken")
        .as("issuer-b")
        .isRefused(
            200,
            "{'stat':'error','code':402,'error':'invalid_client_credentials','error_description':'client_id or client_secret is not valid'}");
  }

  @Test
  void code_withoutItsAddress_isMissing() {
    access("getAuthorizationCode")
        .isRefused(
            200,
            "{'stat':'error','code':100,'error':'missing_argument','error_description':'missing required argument: redirect_uri','argument_name':'redirect_uri'}");
    assertThat(AccessApi.code()).matches("[a-z2-9]{32}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lifetime=0",
        "lifetime=86401",
        "lifetime=-1",
        "lifetime=x",
        "redirect_uri=/back",
        "redirect_uri=not a url",
        "transaction_state={"
      })
  void code_withAParameterThatIsNotValid_isRefused(String parameter) {
    String[] pair = parameter.split("=", 2);
    JsonNode body =
        org.vestibule.platform.json.Json.parse(
            access("getAuthorizationCode")
                .with("redirect_uri", "https://site.example.com/")
                .with(pair[0], pair[1])
                .send()
                .asString());
    assertThat(body.path("code").asInt()).isEqualTo(200);
    assertThat(body.path("argument_name").asText()).isEqualTo(pair[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "displayName, 200, attribute_name",
    "nowhere, 223, /nowhere",
    "profiles.x, 223, /profiles/x"
  })
  void verificationCode_forWhatIsNoDate_isRefused(String attribute, int code, String named) {
    JsonNode body =
        org.vestibule.platform.json.Json.parse(
            access("getVerificationCode").with("attribute_name", attribute).send().asString());
    assertThat(body.path("code").asInt()).as(body.toString()).isEqualTo(code);
    assertThat(body.path("argument_name").asText(body.path("attribute_name").asText()))
        .isEqualTo(named);
  }
}
