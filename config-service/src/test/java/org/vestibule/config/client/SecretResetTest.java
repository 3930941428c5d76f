package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class SecretResetTest {
  private static final String LIVE =
      "SELECT sha256 FROM api_client_secret WHERE client_id = $1"
          + " AND (expires_at IS NULL OR expires_at > now())";

  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void reset_whenHoursAreGiven_thenBothSecretsWork() {
    String before = tenant.client("owner").client_secret();

    String after = reset("owner", 24);

    assertThat(after).matches("[a-z0-9]{32}").isNotEqualTo(before);
    expectList("owner", before, 200);
    expectList("owner", after, 200);
    Tenant.as(id("owner"), after)
        .get(tenant.path("/clients?has_feature=owner"))
        .then()
        .body("[0]._secret", equalTo(after));
  }

  @Test
  void reset_whenNoHours_thenTheOldSecretDiesAtOnce() {
    String before = tenant.client("owner").client_secret();

    String after = reset("owner", 0);

    expectList("owner", before, 401);
    expectList("owner", after, 200);
    assertThat(rows.texts(LIVE, id("owner"))).hasSize(1);
  }

  @Test
  void reset_whenTheGraceTimeIsOver_thenOnlyTheNewSecretWorks() {
    String before = tenant.client("owner").client_secret();
    String after = reset("owner", 1);

    rows.execute(
        "UPDATE api_client_secret SET expires_at = now() - interval '1 second'"
            + " WHERE client_id = $1 AND expires_at IS NOT NULL",
        id("owner"));

    expectList("owner", before, 401);
    expectList("owner", after, 200);
  }

  @Test
  void reset_whenAgainWithinTheGraceTime_thenTheOldestDies() {
    String first = tenant.client("owner").client_secret();
    String second = reset("owner", 24);

    String third =
        Tenant.as(id("owner"), second)
            .body("{\"hoursToLive\":24}")
            .contentType("application/json")
            .post(path("owner"))
            .then()
            .statusCode(200)
            .extract()
            .path("_secret");

    expectList("owner", first, 401);
    expectList("owner", second, 200);
    expectList("owner", third, 200);
  }

  @Test
  void reset_whenDone_thenClientObjectEventAndAuditRecord() {
    String clientId = id("login_client");

    put(tenant, path("login_client"), "{\"hoursToLive\":2}")
        .then()
        .statusCode(200)
        .body("_id", equalTo(clientId))
        .body("_secret", matchesPattern("[a-z0-9]{32}"))
        .body("name", equalTo("login_client"))
        .body("_self", equalTo(tenant.path("/clients/" + clientId)));

    List<Rows.PublishedEvent> events = rows.events(tenant.applicationId());
    Rows.PublishedEvent last = events.get(events.size() - 1);
    assertThat(last.type()).isEqualTo("client-changed");
    assertThat(last.subject()).isEqualTo(clientId);
    assertThat(last.data().path("changedClientId").asText()).isEqualTo(clientId);
    assertThat(last.data().path("clientId").asText()).isEqualTo(id("owner"));
    assertThat(last.data().path("origin").path("endpoint").asText())
        .isEqualTo(path("login_client"));
    assertThat(
            rows.texts(
                "SELECT operation || ' ' || object || ' ' || client_id FROM audit_record"
                    + " WHERE application_id = $1 AND client_id IS NOT NULL",
                tenant.applicationId()))
        .containsExactly("resetClientSecret " + clientId + " " + id("owner"));
  }

  @Test
  void reset_whenSixteenAtOnce_thenAtMostTwoSecretsLive() {
    List<String> secrets =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> reset("login_client", 24)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(secrets).doesNotHaveDuplicates();
    assertThat(rows.texts(LIVE, id("login_client"))).hasSize(2);
    assertThat(
            rows.texts(
                "SELECT id::text FROM api_client_secret"
                    + " WHERE client_id = $1 AND expires_at IS NULL",
                id("login_client")))
        .hasSize(1);
  }

  @Test
  void reset_whenTheClientIsOfAnotherTenant_thenNotFoundAndUnchanged() {
    Tenant other = Operator.newTenant();

    put(tenant, tenant.path("/clients/" + other.client("owner").client_id() + "/secret"), "{}")
        .then()
        .statusCode(404)
        .body("errors", equalTo("Client not found."));
    put(tenant, other.path("/clients/" + other.client("owner").client_id() + "/secret"), "{}")
        .then()
        .statusCode(401);

    other.as("owner").get(other.path("/clients")).then().statusCode(200);
    assertThat(rows.texts(LIVE, other.client("owner").client_id())).hasSize(1);
  }

  @Test
  void reset_whenNotOwner_thenForbidden() {
    tenant
        .as("direct_access")
        .contentType("application/json")
        .body("{\"hoursToLive\":0}")
        .put(path("direct_access"))
        .then()
        .statusCode(403)
        .body("errors", equalTo("Authentication required."));
  }

  @Test
  void reset_whenTheBodyIsWrong_thenSaysWhat() {
    for (String body :
        List.of(
            "{}",
            "{\"hoursToLive\":169}",
            "{\"hoursToLive\":-1}",
            "{\"hoursToLive\":\"24\"}",
            "{\"hoursToLive\":1.5}",
            "{\"hoursToLive\":4294967296}",
            "{\"hoursToLive\":null}")) {
      put(tenant, path("owner"), body)
          .then()
          .statusCode(400)
          .body("errors.hoursToLive", equalTo("Must be an integer between 0 and 168."));
    }
    for (String body : List.of("", "nonsense", "[]", "{\"a\":1,\"a\":2}")) {
      put(tenant, path("owner"), body)
          .then()
          .statusCode(400)
          .body("errors", equalTo("The request body is not a JSON object."));
    }
    tenant
        .as("owner")
        .contentType("text/plain")
        .body("{\"hoursToLive\":1}")
        .put(path("owner"))
        .then()
        .statusCode(415)
        .body("errors", equalTo("Content-Type must be application/json."));
    expectList("owner", tenant.client("owner").client_secret(), 200);
  }

  private String reset(String feature, int hours) {
    return put(tenant, path(feature), "{\"hoursToLive\":" + hours + ",\"_id\":\"ignored\"}")
        .then()
        .statusCode(200)
        .extract()
        .path("_secret");
  }

  private static Response put(Tenant caller, String path, String body) {
    return caller.as("owner").contentType("application/json").body(body).put(path);
  }

  private void expectList(String feature, String secret, int status) {
    Tenant.as(id(feature), secret).get(tenant.path("/clients")).then().statusCode(status);
  }

  private String id(String feature) {
    return tenant.client(feature).client_id();
  }

  private String path(String feature) {
    return tenant.path("/clients/" + id(feature) + "/secret");
  }
}
