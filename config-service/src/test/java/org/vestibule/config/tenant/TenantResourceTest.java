package org.vestibule.config.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Neighbours;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class TenantResourceTest {
  @Inject Rows rows;

  @Test
  void create_whenEverythingIsReady_thenReturnsIdsAndSecrets() {
    Operator.create(
            """
            {"customer":"Example Ltd","application":"Example Shop",
             "domains":["Id.Example.COM","login.example.com"],
             "settings":{"login_attempts":"9","verify_email_url":"https://example.com/verify"}}
            """)
        .statusCode(201)
        .body("customerId", matchesPattern("[0-9a-f-]{36}"))
        .body("applicationId", matchesPattern("[a-z0-9]{26}"))
        .body("application", equalTo("Example Shop"))
        .body("domains", equalTo(List.of("id.example.com", "login.example.com")))
        .body("flow", equalTo("standard"))
        .body("flowVersion", matchesPattern("\\d{20}"))
        .body("locale", equalTo("en-US"))
        .body("entityType", equalTo("user"))
        .body("clients.keySet()", hasSize(5))
        .body("clients.owner.client_id", matchesPattern("[a-z0-9]{32}"))
        .body("clients.login_client.client_secret", matchesPattern("[a-z0-9]{32}"))
        .body("oidc.config_client.client_id", equalTo(Neighbours.OIDC_CLIENT))
        .body("oidc.config_client.client_secret", equalTo(Neighbours.OIDC_SECRET));
  }

  @Test
  void create_whenCommitted_thenTellsTheOthersWithoutSecrets() {
    Tenant tenant = Operator.newTenant();

    List<Rows.PublishedEvent> events = rows.events(tenant.applicationId());

    assertThat(events)
        .extracting(Rows.PublishedEvent::type)
        .containsExactly("application-created", "domain-changed", "flow-published");
    assertThat(events)
        .extracting(Rows.PublishedEvent::subject)
        .containsExactly(tenant.applicationId(), tenant.domains().get(0), "standard");
    assertThat(events.get(0).data().path("customerId").asText()).isEqualTo(tenant.customerId());
    assertThat(events.get(0).data().has("clientId")).isFalse();
    assertThat(events.get(2).data().path("version").asText()).isEqualTo(tenant.flowVersion());
    tenant
        .clients()
        .values()
        .forEach(it -> assertThat(events.toString()).doesNotContain(it.client_secret()));
  }

  @Test
  void create_whenStored_thenNoSecretIsPlain() {
    Tenant tenant = Operator.newTenant();

    List<String> stored =
        rows.texts(
            "SELECT s::text FROM api_client_secret s WHERE application_id = $1",
            tenant.applicationId());

    assertThat(stored).hasSize(5).allMatch(row -> row.contains("v1.k1."));
    tenant
        .clients()
        .values()
        .forEach(it -> assertThat(stored.toString()).doesNotContain(it.client_secret()));
  }

  @Test
  void create_whenTheDomainIsTaken_thenConflictAndNothingIsWritten() {
    Tenant tenant = Operator.newTenant();
    String taken = tenant.domains().get(0);

    Operator.create(
            """
            {"customer":"Nobody","application":"Nothing","domains":["free.example.org","%s"]}
            """
                .formatted(taken))
        .statusCode(409)
        .body("errors", equalTo("The domain '" + taken + "' already belongs to an application."));

    assertThat(rows.texts("SELECT name FROM customer WHERE name = $1", "Nobody")).isEmpty();
    assertThat(
            rows.texts("SELECT host FROM registration_domain WHERE host = $1", "free.example.org"))
        .isEmpty();
  }

  @Test
  void create_whenTheApplicationNameIsTaken_thenConflict() {
    Tenant tenant = Operator.newTenant();

    Operator.create(
            """
            {"customer":"%s","application":"%s","domains":["other-%s"]}
            """
                .formatted(
                    tenant.customerId(),
                    tenant.application().toUpperCase(java.util.Locale.ROOT),
                    tenant.domains().get(0)))
        .statusCode(409)
        .body("errors", containsString("already has an application named"));
  }

  @Test
  void create_whenTheCustomerExists_thenTheApplicationJoinsIt() {
    Tenant first = Operator.newTenant();

    Operator.create(
            """
            {"customer":"%s","application":"Second","domains":["second-%s"]}
            """
                .formatted(first.customerId(), first.domains().get(0)))
        .statusCode(201)
        .body("customerId", equalTo(first.customerId()));
  }

  @Test
  void create_whenTheBodyIsWrong_thenSaysWhat() {
    Operator.create("{\"application\":\"x\",\"domains\":[\"x.example.com\"]}")
        .statusCode(400)
        .body("errors", equalTo("'customer' is missing."));
    Operator.create("{\"customer\":\"x\",\"application\":\"x\",\"domains\":[]}")
        .statusCode(400)
        .body("errors", equalTo("'domains' must name at least one host."));
    Operator.create("{\"customer\":\"x\",\"application\":\"x\",\"domains\":[\"http://x/\"]}")
        .statusCode(400)
        .body("errors", containsString("is not a host name"));
    Operator.create(
            """
            {"customer":"00000000-0000-4000-8000-000000000000","application":"x",
             "domains":["x.example.com"]}
            """)
        .statusCode(400)
        .body("errors", containsString("There is no customer"));
    Operator.create("{\"customer\":").statusCode(400);
  }

  @Test
  void create_whenSixteenWantOneDomain_thenOneGetsIt() {
    List<Integer> statuses =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> raceFor("race.example.com", i)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses.stream().filter(it -> it == 409)).hasSize(15);
  }

  private static int raceFor(String host, int number) {
    String body = "{\"customer\":\"Racer %d\",\"application\":\"x\",\"domains\":[\"%s\"]}";
    return Operator.create(body.formatted(number, host)).extract().statusCode();
  }

  @Test
  void create_whenANeighbourIsNotReady_thenTheSameRequestGoesOnLater() {
    String body =
        """
        {"customer":"Patient","application":"Slow","domains":["slow.example.com"]}
        """;
    neighbours("waiting");
    Operator.create(body).statusCode(504).body("errors", containsString("entity-service"));
    neighbours("ready");

    String id = Operator.create(body).statusCode(201).extract().path("applicationId");

    assertThat(rows.count("api_client", id)).isEqualTo(5);
    Operator.create(body).statusCode(409);
  }

  private static void neighbours(String state) {
    String url = ConfigProvider.getConfig().getValue("vestibule.services.entity", String.class);
    RestAssured.given().post(url + "/stub/" + state).then().statusCode(204);
  }

  @Test
  void tenants_whenTheCallerIsNotTheOperator_thenForbidden() {
    Operator.as("auth")
        .contentType("application/json")
        .body("{}")
        .post("/internal/tenants")
        .then()
        .statusCode(403);
    Operator.as("auth").get("/internal/applications").then().statusCode(403);
    RestAssured.given()
        .contentType("application/json")
        .body("{}")
        .post("/internal/tenants")
        .then()
        .statusCode(404);
  }

  @Test
  void list_whenTheOperatorAsks_thenEveryApplication() {
    Tenant tenant = Operator.newTenant();

    Operator.as("operator")
        .get("/internal/applications")
        .then()
        .statusCode(200)
        .body("id", hasItem(tenant.applicationId()))
        .body(
            "find { it.id == '" + tenant.applicationId() + "' }.name",
            equalTo(tenant.application()))
        .body(
            "find { it.id == '" + tenant.applicationId() + "' }.primaryDomain",
            equalTo(tenant.domains().get(0)))
        .body("find { it.id == '" + tenant.applicationId() + "' }.settings", nullValue());
  }
}
