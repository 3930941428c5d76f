package org.vestibule.hosted.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vestibule.hosted.ConfigEventsTopic;
import org.vestibule.hosted.HostedLoginUnderTest;
import org.vestibule.hosted.Rows;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
@QuarkusTestResource(HostedLoginUnderTest.class)
class ApplicationCreatedConsumerTest {
  private static ConfigEventsTopic topic;

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
    JsonPath reply = ready("nobody");
    assertThat(reply.getBoolean("ready")).isFalse();
    assertThat(reply.getMap("report.configClient")).isNull();
  }

  @Test
  void applicationCreated_whenCustomerIsNew_thenKeysPoliciesAndClientExist() {
    UUID customer = UUID.randomUUID();
    topic.applicationCreated(UUID.randomUUID(), customer, "app-a");

    JsonPath reply = awaitReady("app-a");

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
    Map<String, String> first = awaitReady("app-b").getMap("report.configClient");

    Map<String, String> second = awaitReady("app-c").getMap("report.configClient");

    assertThat(second).isEqualTo(first);
    assertThat(rows.count("signing_key", customer)).isEqualTo(5);
    assertThat(rows.count("login_policy", customer)).isEqualTo(2);
    assertThat(rows.count("oidc_client_secret", customer)).isEqualTo(1);
  }

  private static JsonPath awaitReady(String applicationId) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(30));
    JsonPath reply = ready(applicationId);
    while (!reply.getBoolean("ready")) {
      assertThat(Instant.now()).as("time to become ready").isBefore(limit);
      reply = ready(applicationId);
    }
    return reply;
  }

  private static JsonPath ready(String applicationId) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("config", "hostedlogin"))
        .get("/internal/applications/" + applicationId + "/ready")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
