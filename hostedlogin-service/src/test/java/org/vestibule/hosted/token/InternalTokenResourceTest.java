package org.vestibule.hosted.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class InternalTokenResourceTest {
  @Test
  void resolve_whenLive_thenWhatItStandsFor() {
    TestCustomer customer = TestCustomer.shared();
    String token = TokenApi.basic(customer).with("scope", "*:webhooks/** .:config/**").token();

    JsonNode found = Json.parse(TokenApi.resolve(token).asString());

    assertThat(found.fieldNames())
        .toIterable()
        .containsExactly("state", "kind", "customerId", "clientId", "scopes", "expiresAt");
    assertThat(found.path("state").asText()).isEqualTo("active");
    assertThat(found.path("kind").asText()).isEqualTo("administrative");
    assertThat(found.path("customerId").asText()).isEqualTo(customer.id().toString());
    assertThat(found.path("clientId").asText()).isEqualTo(customer.clientId());
    assertThat(found.path("scopes").toString()).isEqualTo("[\"*:webhooks/**\",\".:config/**\"]");
    assertThat(Instant.parse(found.path("expiresAt").asText()))
        .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));
  }

  @Test
  void resolve_whenUnknown_thenNothingButThat() {
    assertThat(TokenApi.resolve("nonsense").asString()).isEqualTo("{\"state\":\"unknown\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sha256\":\"xyz\"}", "{\"sha256\":\"abc\"}", "[]", "{"})
  void resolve_whenMalformed_thenBadRequest(String body) {
    given()
        .header("Authorization", "Bearer " + TestConfig.token("webhook", "hostedlogin"))
        .contentType("application/json")
        .body(body)
        .post("/internal/tokens/resolve")
        .then()
        .statusCode(400);
  }

  @Test
  void resolve_whenCallerIsNoService_thenNotThere() {
    String token = TokenApi.basic(TestCustomer.shared()).token();
    given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body("{\"sha256\":\"00\"}")
        .post("/internal/tokens/resolve")
        .then()
        .statusCode(404);
  }
}
