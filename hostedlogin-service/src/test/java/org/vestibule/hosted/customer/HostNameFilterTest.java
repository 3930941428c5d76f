package org.vestibule.hosted.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;

/** The two other forms of addresses, and hosts that belong to nobody or to somebody else. */
@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class HostNameFilterTest {
  private TestCustomer customer;

  @BeforeEach
  void open() {
    customer = TestCustomer.shared();
  }

  @Test
  void withoutId_onAHostOfTheCustomer() {
    assertThat(token(customer.host(), "/login/token").statusCode()).isEqualTo(200);
    assertThat(
            token(customer.host().toUpperCase(java.util.Locale.ROOT), "/login/token").statusCode())
        .isEqualTo(200);
    given()
        .header("Host", customer.host())
        .get("/login/.well-known/openid-configuration")
        .then()
        .statusCode(200)
        .body("issuer", equalTo("https://" + customer.host() + customer.path("/login")));
    given().header("Host", customer.host() + ":8443").get("/login/jwk").then().statusCode(200);
  }

  @Test
  void withoutId_unknownPathOfAKnownHost_isOfTheCustomer() {
    given()
        .header("Host", customer.host())
        .get("/login/nothing?x=1")
        .then()
        .statusCode(404)
        .body(equalTo("{\"errors\":\"Not Found\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/login/token", "/login/jwk", "/login/nothing", "/auth-ui/x", "/profiles/x"})
  void withoutId_onAnUnknownHost_isAnUnknownOperation(String path) {
    given()
        .header("Host", "unknown.example.com")
        .get(path)
        .then()
        .statusCode(200)
        .body("stat", equalTo("error"))
        .body("code", equalTo(404))
        .body("error", equalTo("invalid_api_method"))
        .body("error_description", equalTo("This API endpoint does not exist"));
  }

  @Test
  void hostBehindTheId_whenItIsOfTheCustomer() {
    assertThat(
            token("any.example.com", customer.path("/" + customer.host() + "/login/token"))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            token(
                    "any.example.com",
                    customer.path("/" + customer.host() + "/login/token?scope=ignored"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void hostBehindTheId_whenItIsOfSomebodyElse_thenNotFound() {
    for (String host :
        new String[] {
          UUID.randomUUID() + ".example.com", "unknown.example.com", "login", "..", "%2e%2e", "a b"
        }) {
      Response reply = token("any.example.com", customer.path("/" + host + "/login/token"));
      assertThat(reply.statusCode()).as(host).isEqualTo(404);
      assertThat(reply.asString()).isEqualTo("{\"errors\":\"Not Found\"}");
    }
    assertThat(
            token("x", "/" + UUID.randomUUID() + "/" + customer.host() + "/login/token")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void otherAddresses_haveNoHostBehindTheId() {
    given().get(customer.path("/" + customer.host() + "/login/jwk")).then().statusCode(404);
  }

  @Test
  void hostHeader_neverMakesTheIssuer() {
    for (String header : new String[] {"Host", "X-Forwarded-Host", "X-Original-URL"}) {
      given()
          .header(header, "evil.example.com")
          .header("Forwarded", "host=evil.example.com")
          .get(customer.path("/login/.well-known/openid-configuration"))
          .then()
          .statusCode(200)
          .body("issuer", equalTo("https://" + customer.host() + customer.path("/login")));
    }
  }

  private Response token(String host, String path) {
    return given()
        .header("Host", host)
        .auth()
        .preemptive()
        .basic(customer.clientId(), customer.secret())
        .formParam("grant_type", "client_credentials")
        .post(path);
  }
}
