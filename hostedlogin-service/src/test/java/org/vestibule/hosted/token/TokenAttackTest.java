package org.vestibule.hosted.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.LogCapture;
import org.vestibule.hosted.Rows;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.hosted.client.TestOidcClients;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.scope.AdminGrant;

/** What went wrong at others, tried here. */
@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class TokenAttackTest {
  private static TestCustomer other;

  @Inject TestOidcClients clients;
  @Inject Rows rows;
  private TestCustomer customer;

  @BeforeEach
  void open() {
    customer = TestCustomer.shared();
    other = other == null ? TestCustomer.create() : other;
  }

  @Test
  void clientOfAnotherCustomer_isUnknown() {
    Response foreign = TokenApi.basic(other).at(customer.path("/login/token")).send();
    Response unknown =
        TokenApi.basic(customer, UUID.randomUUID().toString(), customer.secret()).send();

    assertSame(foreign, unknown);
    assertThat(foreign.statusCode()).isEqualTo(401);
  }

  @Test
  void unknownClientAndWrongSecret_readTheSame() {
    String publicClient = clients.ofPublic(customer.id()).toString();
    List<Response> refused =
        Stream.of(
                TokenApi.basic(customer, UUID.randomUUID().toString(), "wrong"),
                TokenApi.basic(customer, customer.clientId(), "wrong"),
                TokenApi.basic(customer, customer.clientId(), ""),
                TokenApi.basic(customer, "nobody", "wrong"),
                TokenApi.basic(customer, "", ""),
                TokenApi.basic(customer, publicClient, "wrong"),
                TokenApi.basic(
                    customer, customer.clientId().toUpperCase(Locale.ROOT), customer.secret()))
            .map(TokenApi::send)
            .toList();

    refused.forEach(reply -> assertSame(reply, refused.get(0)));
    assertThat(refused.get(0).statusCode()).isEqualTo(401);
    assertThat(refused.get(0).header("WWW-Authenticate")).isEqualTo("Basic realm=\"login\"");
    assertThat(refused.get(0).asString())
        .isEqualTo(
            "{\"error\":\"invalid_client\",\"error_description\":\"client authentication"
                + " failed\"}");
  }

  @Test
  void withoutHeader_thereIsNoChallenge() {
    Response none = TokenApi.anonymous(customer).send();
    Response wrong =
        TokenApi.anonymous(customer)
            .with("client_id", customer.clientId())
            .with("client_secret", "wrong")
            .send();
    Response missing = TokenApi.anonymous(customer).with("client_id", customer.clientId()).send();

    assertSame(wrong, none);
    assertSame(missing, none);
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.header("WWW-Authenticate")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant_type", "scope", "client_id", "client_secret", "unknown"})
  void sameParameterTwice_isRefused(String name) {
    String body =
        "grant_type=client_credentials&scope=*:**&client_id=%s&client_secret=%s&unknown=1"
            .formatted(customer.clientId(), customer.secret());
    given()
        .contentType("application/x-www-form-urlencoded")
        .body(body + "&" + name + "=x")
        .post(customer.path("/login/token"))
        .then()
        .statusCode(400)
        .body("error", org.hamcrest.Matchers.equalTo("invalid_request"));
  }

  @Test
  void tokenOfOneCustomer_isWorthNothingAtTheOther() {
    AdminGrant grant =
        Json.read(TokenApi.resolve(TokenApi.basic(customer).token()).asString(), AdminGrant.class);

    assertThat(grant.permits(customer.id(), "GET", "webhooks/subscriptions", Instant.now()))
        .isTrue();
    assertThat(grant.permits(other.id(), "GET", "webhooks/subscriptions", Instant.now())).isFalse();
  }

  @Test
  void tokenOrSecret_isStoredNowhereInPlain() {
    String token = TokenApi.basic(customer).token();

    List<String> stored =
        rows.texts(
            "SELECT access_token::text FROM access_token WHERE customer_id = $1", customer.id());
    assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(token));
    assertThat(
            rows.texts(
                "SELECT oidc_client_secret::text FROM oidc_client_secret WHERE customer_id = $1",
                customer.id()))
        .isNotEmpty()
        .noneMatch(row -> row.contains(customer.secret()));
  }

  @Test
  void tokenOrSecret_isNeverLogged() {
    try (LogCapture log = LogCapture.start()) {
      String token = TokenApi.basic(customer).token();
      TokenApi.post(customer).with("scope", "nonsense").send();
      TokenApi.basic(customer, customer.clientId(), "wr0ng-s3cret").send();
      TokenApi.post(customer).with("client_secret", "wr0ng-s3cret").send();
      TokenApi.resolve(token);

      assertThat(log.text()).contains("invalid_client");
      assertThat(log.text()).doesNotContain(token, customer.secret(), "wr0ng-s3cret");
    }
  }

  private static void assertSame(Response one, Response other) {
    assertThat(one.statusCode()).isEqualTo(other.statusCode());
    assertThat(one.asString()).isEqualTo(other.asString());
    assertThat(one.headers().asList())
        .filteredOn(it -> !it.hasSameNameAs(one.headers().get("X-Request-Id")))
        .isEqualTo(
            other.headers().asList().stream()
                .filter(it -> !it.hasSameNameAs(one.headers().get("X-Request-Id")))
                .toList());
  }
}
