package org.vestibule.hosted.discovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class DiscoveryResourceTest {
  private static final String PATH = "/login/.well-known/openid-configuration";

  @Test
  void document_namesWhatAnswersToday_inTheOrderOfTheSpec() {
    TestCustomer customer = TestCustomer.createLocal();
    String url = "http://localhost:8080/" + customer.id();

    given()
        .get(customer.path(PATH))
        .then()
        .statusCode(200)
        .header("Content-Type", "application/json")
        .header("Cache-Control", "public, max-age=3600")
        .header("Access-Control-Allow-Origin", "*")
        .body(
            equalTo(
                ("{'issuer':'%1$s/login','token_endpoint':'%1$s/login/token',"
                        + "'jwks_uri':'%1$s/login/jwk',"
                        + "'grant_types_supported':['client_credentials'],"
                        + "'token_endpoint_auth_methods_supported':"
                        + "['client_secret_basic','client_secret_post']}")
                    .formatted(url)
                    .replace('\'', '"')));
  }

  @Test
  void withoutSetting_theAddressIsThatOfThePrimaryDomain() {
    TestCustomer customer = TestCustomer.shared();
    given()
        .get(customer.path(PATH))
        .then()
        .body("issuer", equalTo("https://" + customer.host() + customer.path("/login")));
  }

  @Test
  void everyPrintedAddress_answersAsSomethingThatExists() {
    JsonNode document = Json.parse(given().get(TestCustomer.shared().path(PATH)).asString());
    List<String> addresses = new ArrayList<>();
    document
        .fields()
        .forEachRemaining(member -> addresses(member.getKey(), member.getValue(), addresses));

    assertThat(addresses).hasSize(2);
    for (String address : addresses) {
      String path = URI.create(address).getRawPath();
      assertThat(List.of(given().get(path).statusCode(), given().post(path).statusCode()))
          .as(path)
          .doesNotContain(404, 500, 501)
          .anyMatch(status -> status != 405);
    }
  }

  @Test
  void everyPrintedGrantAndMethod_answers() {
    TestCustomer customer = TestCustomer.shared();
    JsonNode document = Json.parse(given().get(customer.path(PATH)).asString());

    for (JsonNode grant : document.path("grant_types_supported")) {
      Response reply =
          given()
              .auth()
              .preemptive()
              .basic(customer.clientId(), customer.secret())
              .formParam("grant_type", grant.textValue())
              .post(customer.path("/login/token"));
      assertThat(reply.asString()).doesNotContain("unsupported_grant_type");
    }
  }

  @Test
  void head_isAnsweredWithoutBody() {
    Response reply = given().head(TestCustomer.shared().path(PATH));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.asString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11111111-1111-4111-8111-111111111111", "nobody", "%2e%2e", "1-1-1-1-1"})
  void unknownCustomer_isNotFound(String id) {
    given()
        .get("/" + id + PATH)
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store")
        .body(equalTo("{\"errors\":\"Not Found\"}"));
  }

  @Test
  void newCustomer_isSeenAlthoughItWasUnknownBefore() {
    UUID id = UUID.randomUUID();
    given().get("/" + id + PATH).then().statusCode(404);
    TestCustomer customer = TestCustomer.create(id);
    given().get(customer.path(PATH)).then().statusCode(200);
  }

  @Test
  void otherMethods_areNotAllowed() {
    given()
        .post(TestCustomer.shared().path(PATH))
        .then()
        .statusCode(405)
        .header("Allow", "GET, HEAD")
        .body("errors", equalTo("Method Not Allowed"));
  }

  private static void addresses(String member, JsonNode value, List<String> addresses) {
    boolean isAddress = member.endsWith("_endpoint") || member.equals("jwks_uri");
    if (isAddress) {
      addresses.add(value.textValue());
    }
  }
}
