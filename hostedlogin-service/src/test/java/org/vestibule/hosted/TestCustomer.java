package org.vestibule.hosted;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.testkit.TestConfig;

/** A customer with its configuration client, made as config-service's event makes it. */
public record TestCustomer(UUID id, String clientId, String secret) {
  private static TestCustomer shared;

  /** A customer that all tests share; making one takes a second. */
  public static synchronized TestCustomer shared() {
    if (shared == null) {
      shared = create();
    }
    return shared;
  }

  /** A customer whose base address is that of its domain. */
  public static TestCustomer create() {
    return create(UUID.randomUUID());
  }

  /** The same with an id of the test's choice. */
  public static TestCustomer create(UUID id) {
    return create(id, "app-of-");
  }

  /** A customer whose operator set the base address {@code http://localhost:8080/}. */
  public static TestCustomer createLocal() {
    return create(UUID.randomUUID(), "local-app-of-");
  }

  private static TestCustomer create(UUID id, String prefix) {
    try (ConfigEventsTopic topic = new ConfigEventsTopic()) {
      topic.applicationCreated(UUID.randomUUID(), id, prefix + id);
    }
    JsonPath client = awaitReady(prefix + id);
    return new TestCustomer(id, client.getString("report.configClient.clientId"), open(client));
  }

  private static String open(JsonPath reply) {
    Keyring keyring = ConfigServiceStub.keyring();
    return keyring.open(
        "oidc_client_secret",
        "secret",
        reply.getString("report.configClient.rowId"),
        reply.getString("report.configClient.sealedSecret"));
  }

  /** The report of readiness, once the application is ready. */
  public static JsonPath awaitReady(String applicationId) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(30));
    JsonPath reply = ready(applicationId);
    while (!reply.getBoolean("ready")) {
      assertThat(Instant.now()).as("time to become ready").isBefore(limit);
      reply = ready(applicationId);
    }
    return reply;
  }

  /** The report of readiness. */
  public static JsonPath ready(String applicationId) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("config", "hostedlogin"))
        .get("/internal/applications/" + applicationId + "/ready")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** A path below that of the customer. */
  public String path(String below) {
    return "/" + id + below;
  }

  /** The host name of the customer. */
  public String host() {
    return id + ".example.com";
  }

  @Override
  public String toString() {
    return "TestCustomer[" + id + "]";
  }
}
