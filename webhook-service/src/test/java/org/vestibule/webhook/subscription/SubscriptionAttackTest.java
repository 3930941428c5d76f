package org.vestibule.webhook.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.webhook.Api;
import org.vestibule.webhook.HostedLogin;
import org.vestibule.webhook.WebhookServiceUnderTest;

/** Tokens that do not permit, ids of others, endpoints inside, bodies that cost. */
@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class SubscriptionAttackTest {
  private static final String ENDPOINT = "http://127.0.0.1:9/ciam";
  private static final String FOREVER = "2099-01-01T00:00:00Z";

  private final Api api = Api.ofNewCustomer();
  private String id;

  @BeforeEach
  void subscribe() {
    id = api.subscribe(ENDPOINT);
  }

  @Test
  void withoutAFittingToken_everyOperationIs403() {
    UUID customer = api.customer();
    List<String> tokens =
        List.of(
            HostedLogin.tokenOf(customer, "expired", "administrative", FOREVER, "*:**"),
            HostedLogin.tokenOf(customer, "revoked", "administrative", FOREVER, "*:**"),
            HostedLogin.tokenOf(
                customer, "active", "administrative", "2001-01-01T00:00:00Z", "*:**"),
            HostedLogin.tokenOf(customer, "active", "access", FOREVER, "*:**"),
            HostedLogin.token(UUID.randomUUID(), "*:**"),
            HostedLogin.token(customer, "*:config/**"),
            HostedLogin.token(customer, "*:webhooks"),
            HostedLogin.token(customer),
            "unknown",
            "with blank");
    tokens.forEach(it -> assertForbidden(Api.with(customer, it)));
    assertForbidden(Api.with(customer, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "OAuth abc", "bearer a,b", ""})
  void otherAuthorization_is403(String header) {
    given()
        .header("Authorization", header)
        .get(api.path(""))
        .then()
        .statusCode(403)
        .body("errors", equalTo("Forbidden"));
  }

  @Test
  void narrowScopes_permitWhatTheyName() {
    Api reader = Api.with(api.customer(), HostedLogin.token(api.customer(), ".:webhooks/**"));
    reader.list("").then().statusCode(200);
    reader.get(id).then().statusCode(200);
    assertForbidden(reader.patch(id, "{}"), reader.delete(id), reader.create("{}"));
    Api getter =
        Api.with(api.customer(), HostedLogin.token(api.customer(), "GET:webhooks/subscriptions"));
    getter.list("").then().statusCode(200);
    assertForbidden(getter.get(id), getter.create("{}"));
    Api writer =
        Api.with(api.customer(), HostedLogin.token(api.customer(), "+:webhooks/subscriptions/*"));
    writer.patch(id, "{}").then().statusCode(200);
    assertForbidden(writer.get(id), writer.delete(id), writer.create("{}"));
    Api old = Api.with(api.customer(), HostedLogin.token(api.customer(), "*:/webhooks/**"));
    old.get(id).then().statusCode(200);
  }

  @Test
  void otherCustomer_neitherSeesNorChangesAnything() {
    Api other = Api.ofNewCustomer();
    other.list("").then().statusCode(200).body("_embedded.subscriptions", hasSize(0));
    other.get(id).then().statusCode(404);
    other.patch(id, "{\"title\":\"taken over\"}").then().statusCode(404);
    other.delete(id).then().statusCode(404);
    other.call().get(api.path("/" + id)).then().statusCode(403);
    other.call().delete(api.path("/" + id)).then().statusCode(403);
    String own = other.subscribe(ENDPOINT);
    other.patch(id, "{\"title\":\"taken over\"}").then().statusCode(404);
    other.delete(id).then().statusCode(404);
    api.get(own).then().statusCode(404);
    api.get(id).then().statusCode(200);
    other.list("").then().body("_embedded.subscriptions", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.0.1/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "http://8.8.8.8/",
        "file:///etc/passwd",
        "https://user@127.0.0.1/",
        "https://127.0.0.1/#x"
      })
  void endpointInside_isRefusedAtCreateAndPatch(String endpoint) {
    api.create(Api.body("CRM", endpoint)).then().statusCode(400);
    api.patch(id, "{\"endpoint\":\"%s\"}".formatted(endpoint)).then().statusCode(400);
    api.get(id).then().body("endpoint", equalTo(ENDPOINT));
  }

  @Test
  void readOnlyMembers_cannotBeWritten() {
    for (String member : List.of("id", "customerId", "createdAt", "updatedAt", "_links", "host")) {
      String body = "{\"%s\":\"%s\"}".formatted(member, UUID.randomUUID());
      api.patch(id, body)
          .then()
          .statusCode(400)
          .body("errors", equalTo("Unknown member: " + member));
      api.create(body).then().statusCode(400);
    }
  }

  @Test
  void bodiesThatCost_areRefusedSoon() {
    assertRefusedSoon("{\"filter\":" + "{\"not\":".repeat(5_000) + "true" + "}".repeat(5_001));
    assertRefusedSoon("{\"filter\":{\"pattern\":\"((a{90}){90}){90}\"}}");
    assertRefusedSoon("{\"filter\":{\"pattern\":\"" + "(a*)*".repeat(500) + "\"}}");
    assertRefusedSoon("{\"filter\":{\"enum\":[\"" + "x".repeat(40_000) + "\"]}}");
    assertRefusedSoon("{\"title\":\"" + "x".repeat(300_000) + "\"}");
  }

  @Test
  void unknownMember_isCutInTheAnswer() {
    String name = "x".repeat(30_000);
    String errors =
        api.patch(id, "{\"" + name + "\":1}").then().statusCode(400).extract().path("errors");
    assertThat(errors).isEqualTo("Unknown member: " + "x".repeat(100) + "...");
  }

  @Test
  void afterAHundredRequestsInAMinute_theClientWaits() {
    Api hasty = Api.ofNewCustomer();
    for (int i = 0; i < 100; i++) {
      hasty.list("").then().statusCode(200);
    }
    Response refused = hasty.list("");
    refused.then().statusCode(429).body("errors", equalTo("Too many requests"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    Api.of(hasty.customer()).list("").then().statusCode(200);
  }

  private void assertRefusedSoon(String patch) {
    Response reply = api.patch(id, patch);
    reply.then().statusCode(400);
    assertThat(reply.time()).as(reply.asString()).isLessThan(3_000);
  }

  private void assertForbidden(Api caller) {
    assertForbidden(
        caller.list(""),
        caller.get(id),
        caller.create(Api.body("CRM", ENDPOINT)),
        caller.patch(id, "{\"title\":\"taken over\"}"),
        caller.delete(id),
        caller.get(UUID.randomUUID()));
  }

  private static void assertForbidden(Response... replies) {
    for (Response reply : replies) {
      reply
          .then()
          .statusCode(403)
          .contentType("application/json")
          .body("errors", equalTo("Forbidden"));
    }
  }
}
