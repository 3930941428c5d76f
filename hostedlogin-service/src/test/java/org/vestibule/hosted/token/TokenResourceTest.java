package org.vestibule.hosted.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.hosted.client.TestOidcClients;
import org.vestibule.hosted.policy.TestPolicies;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class TokenResourceTest {
  @Inject TestOidcClients clients;
  @Inject TestPolicies policies;
  private TestCustomer customer;

  @BeforeEach
  void open() {
    customer = TestCustomer.shared();
  }

  @Test
  void basic_thenAnOpaqueTokenNobodyStores() {
    Response reply = TokenApi.basic(customer).with("scope", "*:webhooks/**").send();

    reply
        .then()
        .statusCode(200)
        .header("Content-Type", "application/json;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache");
    assertThat(reply.asString())
        .matches(
            "\\{\"access_token\":\"[A-Za-z0-9_-]{64}\",\"expires_in\":3600,"
                + "\"token_type\":\"Bearer\",\"scope\":\"\\*:webhooks/\\*\\*\"}");
    assertThat(TokenApi.basic(customer).token()).isNotEqualTo(reply.path("access_token"));
  }

  @Test
  void secretInTheForm_thenAToken() {
    TokenApi.post(customer).send().then().statusCode(200).body("scope", equalTo("*:**"));
  }

  @Test
  void multipart_thenAToken() {
    given()
        .auth()
        .preemptive()
        .basic(customer.clientId(), customer.secret())
        .multiPart("grant_type", "client_credentials")
        .multiPart("scope", "*:config/**")
        .post(customer.path("/login/token"))
        .then()
        .statusCode(200)
        .body("scope", equalTo("*:config/**"));
  }

  @Test
  void oddSecret_worksEncodedAndRaw() {
    String id = clients.configuration(customer.id(), "*:**").toString();
    String encoded = "s3cr3t%2Fwith%2Bodd%25characters";

    TokenApi.basic(customer, id, encoded).send().then().statusCode(200);
    TokenApi.basic(customer, id, TestOidcClients.SECRET).send().then().statusCode(200);
    TokenApi.basic(customer, id, "expiring").send().then().statusCode(200);
    TokenApi.basic(customer, id, "expired").send().then().statusCode(401);
    TokenApi.basic(customer, id, encoded + "x").send().then().statusCode(401);
  }

  @Test
  void policy_decidesScopesAndLifetime() {
    String id = clients.configuration(customer.id(), "*:webhooks/**", ".:config/**").toString();
    TokenApi all = TokenApi.basic(customer, id, TestOidcClients.SECRET);
    all.send()
        .then()
        .statusCode(200)
        .body("scope", equalTo("*:webhooks/** .:config/**"))
        .body("expires_in", equalTo(TestPolicies.LIFETIME));

    all.with("scope", "*:config/** GET:webhooks/x .:config/clients")
        .send()
        .then()
        .statusCode(200)
        .body("scope", equalTo("GET:webhooks/x .:config/clients"));
    refused(all.with("scope", "*:**"), 400, "invalid_scope");
  }

  @Test
  void queryParameters_areIgnored() {
    TokenApi.basic(customer)
        .at(customer.path("/login/token?scope=nonsense&grant_type=password&client_id=other"))
        .send()
        .then()
        .statusCode(200)
        .body("scope", equalTo("*:**"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization_code",
        "refresh_token",
        "password",
        "implicit",
        "CLIENT_CREDENTIALS",
        "urn:ietf:params:oauth:grant-type:device_code",
        "x"
      })
  void otherGrants_areUnsupported(String type) {
    refused(TokenApi.basic(customer).with("grant_type", type), 400, "unsupported_grant_type");
  }

  @Test
  void grantThatThePolicyLacks_isUnauthorized() {
    UUID policy = policies.tokenForUsersOnly(customer.id());
    String id = clients.withPolicy(customer.id(), policy).toString();

    refused(TokenApi.basic(customer, id, TestOidcClients.SECRET), 400, "unauthorized_client");
  }

  @Test
  void publicClient_cannotActForItself() {
    String id = clients.ofPublic(customer.id()).toString();

    refused(TokenApi.anonymous(customer).with("client_id", id), 400, "unauthorized_client");
    refused(TokenApi.basic(customer, id, ""), 400, "unauthorized_client");
    refused(TokenApi.basic(customer, id, "x"), 401, "invalid_client");
  }

  @Test
  void loginClient_actsForItselfWithoutOpenid() {
    String id = clients.login(customer.id(), "openid", "orders", "*:**").toString();
    String token =
        TokenApi.basic(customer, id, TestOidcClients.SECRET).with("scope", "openid orders").token();

    TokenApi.resolve(token)
        .then()
        .body("kind", equalTo("client"))
        .body("scopes", equalTo(java.util.List.of("orders")));
  }

  @Test
  void resource_mustBeAllowed() {
    String id = clients.configuration(customer.id(), "*:**").toString();
    TokenApi api = TokenApi.basic(customer, id, TestOidcClients.SECRET);

    api.with("resource", TestPolicies.RESOURCE).send().then().statusCode(200);
    refused(api.with("resource", "https://other.example.com/"), 400, "invalid_target");
    refused(TokenApi.basic(customer).with("resource", "urn:x"), 400, "invalid_target");
  }

  @ParameterizedTest
  @CsvSource({"grant_type, ''", "client_secret, s", "client_id, other"})
  void broken_isInvalidRequest(String name, String value) {
    refused(TokenApi.basic(customer).with(name, value), 400, "invalid_request");
  }

  @Test
  void json_isInvalidRequest() {
    given()
        .auth()
        .preemptive()
        .basic(customer.clientId(), customer.secret())
        .contentType("application/json")
        .body("{\"grant_type\":\"client_credentials\"}")
        .post(customer.path("/login/token"))
        .then()
        .statusCode(400)
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_request"))
        .body("error_description", equalTo("the body must be a form"));
  }

  @Test
  void otherMethods_areNotAllowed() {
    given()
        .get(customer.path("/login/token"))
        .then()
        .statusCode(405)
        .header("Allow", "OPTIONS, POST")
        .body("errors", equalTo("Method Not Allowed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11111111-1111-4111-8111-111111111111", "nobody", "1-1-1-1-1", "%00"})
  void unknownCustomer_isNotFound(String id) {
    TokenApi.basic(customer)
        .at("/" + id + "/login/token")
        .send()
        .then()
        .statusCode(404)
        .contentType("application/json")
        .body(equalTo("{\"errors\":\"Not Found\"}"));
  }

  @Test
  void unknownCustomer_isToldBeforeABadForm() {
    given().body("{}").post("/" + UUID.randomUUID() + "/login/token").then().statusCode(404);
  }

  private static void refused(TokenApi api, int status, String error) {
    Response reply = api.send();
    reply
        .then()
        .statusCode(status)
        .header("Content-Type", "application/json;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("error", equalTo(error));
    assertThat(reply.jsonPath().getMap("")).containsOnlyKeys("error", "error_description");
  }
}
