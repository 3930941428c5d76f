package org.vestibule.hosted.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.ConfigEventsTopic;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.Rows;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.crypto.Keyring;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class ApplicationCreatedConsumerTest {
  private static ConfigEventsTopic topic;

  private static final String KEYS =
      "SELECT algorithm || '/' || state || ' ' || kid || ' ' || id || ' ' || private_key"
          + " FROM signing_key WHERE customer_id = $1 ORDER BY 1";
  private static final String LOGIN_POLICY =
      "SELECT concat_ws('/', domain, application_id, entity_type, api_client_id,"
          + " allowed_response_types[1]) || ' ' || id || ' ' || api_client_secret"
          + " FROM login_policy WHERE customer_id = $1";
  private static final String TOKEN_POLICIES =
      "SELECT concat_ws(' ', title, array_to_string(allowed_scopes, ','), access_token_lifetime,"
          + " refresh_token_lifetime) FROM token_policy WHERE customer_id = $1 ORDER BY 1";

  @Inject Keyring keyring;
  @Inject Rows rows;

  @BeforeAll
  static void open() {
    topic = new ConfigEventsTopic();
  }

  @AfterAll
  static void close() {
    topic.close();
  }

  @Test
  void ready_whenTheApplicationIsUnknown_thenNotReady() {
    JsonPath reply = TestCustomer.ready("nobody");
    assertThat(reply.getBoolean("ready")).isFalse();
    assertThat(reply.getMap("report.configClient")).isNull();
  }

  @Test
  void applicationCreated_whenCustomerIsNew_thenKeysPoliciesAndClientExist() {
    UUID customer = UUID.randomUUID();
    topic.applicationCreated(UUID.randomUUID(), customer, "app-a");

    JsonPath reply = TestCustomer.awaitReady("app-a");

    String secret =
        keyring.open(
            "oidc_client_secret",
            "secret",
            reply.getString("report.configClient.rowId"),
            reply.getString("report.configClient.sealedSecret"));
    assertThat(secret).matches("[A-Za-z0-9_-]{86}");
    assertThat(UUID.fromString(reply.getString("report.configClient.clientId")).version())
        .isEqualTo(4);
    assertThat(rows.count("signing_key", customer)).isEqualTo(5);
    assertThat(rows.count("token_policy", customer)).isEqualTo(2);
    assertThat(rows.count("login_policy", customer)).isEqualTo(1);
    assertThat(rows.count("session_policy", customer)).isEqualTo(1);
    assertThat(rows.count("oidc_client", customer)).isEqualTo(1);
  }

  @Test
  void applicationCreated_whenRepeated_thenNothingIsMadeTwice() {
    UUID customer = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    topic.applicationCreated(event, customer, "app-b");
    topic.applicationCreated(event, customer, "app-b");
    topic.applicationCreated(UUID.randomUUID(), customer, "app-b");
    topic.applicationCreated(UUID.randomUUID(), customer, "app-c");
    Map<String, String> first = TestCustomer.awaitReady("app-b").getMap("report.configClient");

    Map<String, String> second = TestCustomer.awaitReady("app-c").getMap("report.configClient");

    assertThat(second).isEqualTo(first);
    assertThat(rows.count("signing_key", customer)).isEqualTo(5);
    assertThat(rows.count("login_policy", customer)).isEqualTo(2);
    assertThat(rows.count("oidc_client_secret", customer)).isEqualTo(1);
  }

  @Test
  void keys_whenMade_thenPublishedFormIsPlainAndPrivateFormSealed() throws Exception {
    UUID customer = UUID.randomUUID();
    topic.applicationCreated(UUID.randomUUID(), customer, "app-d");
    TestCustomer.awaitReady("app-d");

    List<String> keys = rows.texts(KEYS, customer);

    assertThat(keys)
        .extracting(it -> it.split(" ")[0])
        .containsExactly(
            "ES256/current", "EdDSA/current", "RS256/current", "RS256/next", "RS256/previous");
    assertThat(keys).allMatch(it -> it.split(" ")[1].matches("[0-9a-f]{40}"));
    String[] current = keys.get(2).split(" ");
    byte[] pkcs8 =
        Base64.getDecoder()
            .decode(keyring.open("signing_key", "private_key", current[2], current[3]));
    assertThat(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)))
        .isNotNull();
  }

  @Test
  void loginPolicy_whenMade_thenNamesTheApplicationAndSealsTheOwnersSecret() {
    UUID customer = UUID.randomUUID();
    topic.applicationCreated(UUID.randomUUID(), customer, "app-e");
    TestCustomer.awaitReady("app-e");

    String[] policy = rows.texts(LOGIN_POLICY, customer).get(0).split(" ");

    assertThat(policy[0]).isEqualTo("shop.example.com/app-e/user/owner0/code");
    assertThat(keyring.open("login_policy", "api_client_secret", policy[1], policy[2]))
        .isEqualTo("secret-of-the-owner");
    assertThat(rows.texts(TOKEN_POLICIES, customer))
        .containsExactly(
            "Administration *:** 3600 7776000",
            "Default openid,profile,email,address,phone 3600 7776000");
  }

  @Test
  void unknownPublicPath_thenNotFoundInTheFormOfTheFamily() {
    for (String path : List.of("/", "/nothing", "/" + UUID.randomUUID() + "/login/authorize")) {
      given()
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/json")
          .body("errors", equalTo("Not Found"));
    }
    given().get("/internal/applications/app-a/ready").then().statusCode(404);
  }
}
