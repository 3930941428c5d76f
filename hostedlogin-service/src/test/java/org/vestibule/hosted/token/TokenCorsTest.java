package org.vestibule.hosted.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.hosted.client.TestOidcClients;

/** Pages of a client's redirect addresses may read answers, nobody else's. */
@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class TokenCorsTest {
  private static final String PAGE = "https://shop.example.com";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  @Inject TestOidcClients clients;
  private TestCustomer customer;
  private String client;

  @BeforeEach
  void open() {
    customer = TestCustomer.shared();
    client = clients.login(customer.id(), "openid", "orders").toString();
  }

  @Test
  void pageOfTheClient_mayReadSuccessAndRefusal() {
    assertThat(token(client, PAGE).statusCode()).isEqualTo(200);
    assertThat(token(client, PAGE).header(ALLOW)).isEqualTo(PAGE);
    assertThat(token(client, PAGE).header("Vary")).isEqualTo("Origin");

    Response refused = TokenApi.basic(customer, client, "wrong").header("Origin", PAGE).send();
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.header(ALLOW)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example.com",
        "https://shop.example.com.evil.example",
        "http://shop.example.com",
        "https://shop.example.com:8443",
        "https://SHOP.example.com",
        "com.example.app:"
      })
  void otherOrigins_mayNot(String origin) {
    assertThat(token(client, origin).statusCode()).isEqualTo(200);
    assertThat(token(client, origin).header(ALLOW)).isNull();
    assertThat(preflight(customer, origin).header(ALLOW)).isNull();
  }

  @Test
  void pageOfAnotherClient_mayNot() {
    assertThat(TokenApi.basic(customer).header("Origin", PAGE).send().header(ALLOW)).isNull();
    assertThat(token(UUID.randomUUID().toString(), PAGE).header(ALLOW)).isNull();
  }

  @Test
  void preflight_whenPageOfAnyClientOfTheCustomer_thenAdmitted() throws InterruptedException {
    Response reply = awaitAdmission();

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("POST");
    assertThat(reply.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type");
    assertThat(reply.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void preflight_atAnotherCustomer_isNotAdmitted() {
    Response reply = preflight(TestCustomer.create(), PAGE);

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.header(ALLOW)).isNull();
    assertThat(reply.header("Allow")).isEqualTo("OPTIONS, POST");
    given().options("/" + UUID.randomUUID() + "/login/token").then().statusCode(404);
  }

  /** Clients of a customer are remembered for ten seconds. */
  private Response awaitAdmission() throws InterruptedException {
    Response reply = preflight(customer, PAGE);
    for (int i = 0; i < 30 && reply.header(ALLOW) == null; i++) {
      Thread.sleep(500);
      reply = preflight(customer, PAGE);
    }
    assertThat(reply.header(ALLOW)).isEqualTo(PAGE);
    return reply;
  }

  private Response token(String clientId, String origin) {
    return TokenApi.basic(customer, clientId, TestOidcClients.SECRET)
        .header("Origin", origin)
        .send();
  }

  private static Response preflight(TestCustomer customer, String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .options(customer.path("/login/token"));
  }
}
