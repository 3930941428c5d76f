package org.vestibule.config.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class InternalReadsTest {
  @Inject Keyring keyring;
  @Inject Rows rows;

  @Test
  void client_whenKnown_thenWhatTheDirectoryReads() {
    Tenant tenant = Operator.newTenant();
    Tenant.Credentials login = tenant.client("login_client");

    String reply =
        Operator.as("auth")
            .get("/internal/clients/" + login.client_id())
            .then()
            .statusCode(200)
            .extract()
            .asString();

    ClientView client = Json.read(reply, ClientView.class);
    assertThat(client.id()).isEqualTo(login.client_id());
    assertThat(client.applicationId()).isEqualTo(tenant.applicationId());
    assertThat(client.customerId()).hasToString(tenant.customerId());
    assertThat(client.features()).containsExactly("login_client");
    assertThat(client.ipWhitelist()).containsExactly("0.0.0.0/0");
    assertThat(client.setting("default_flow_name")).contains("standard");
    assertThat(client.setting("default_flow_version")).contains("HEAD");
    ClientView.Secret secret = client.secrets().get(0);
    assertThat(secret.expiresAt()).isNull();
    assertThat(secret.sha256()).isEqualTo(Digests.sha256Hex(login.client_secret()));
    assertThat(keyring.open("api_client_secret", "secret", secret.rowId(), secret.sealed()))
        .isEqualTo(login.client_secret());
    assertThat(reply).doesNotContain(login.client_secret());
  }

  @Test
  void client_whenInGraceTime_thenBothSecrets() {
    Tenant tenant = Operator.newTenant();
    String id = tenant.client("owner").client_id();
    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"hoursToLive\":1}")
        .put(tenant.path("/clients/" + id + "/secret"))
        .then()
        .statusCode(200);

    Operator.as("entity")
        .get("/internal/clients/" + id)
        .then()
        .body("secrets", hasSize(2))
        .body("secrets[0].expiresAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
        .body("secrets[1].expiresAt", nullValue());
  }

  @Test
  void clients_whenAskedByFeature_thenOnlyThoseOfTheApplication() {
    Tenant tenant = Operator.newTenant();

    Operator.as("hostedlogin")
        .get("/internal/applications/" + tenant.applicationId() + "/clients?has_feature=owner")
        .then()
        .statusCode(200)
        .body("id", contains(tenant.client("owner").client_id()));
  }

  @Test
  void application_whenKnown_thenDomainsAndSettings() {
    Tenant tenant = Operator.newTenant();

    Operator.as("entity")
        .get("/internal/applications/" + tenant.applicationId())
        .then()
        .statusCode(200)
        .body("id", equalTo(tenant.applicationId()))
        .body("customerId", equalTo(tenant.customerId()))
        .body("name", equalTo(tenant.application()))
        .body("primaryDomain", equalTo(tenant.domains().get(0)))
        .body("domains", equalTo(tenant.domains()))
        .body("settings.site_name", equalTo(tenant.application()))
        .body("settings.user_entity_type", equalTo("user"));
  }

  @Test
  void unknownThings_thenNotFound() {
    Operator.newTenant();
    for (String path :
        new String[] {
          "/internal/clients/nobody",
          "/internal/applications/nothing",
          "/internal/applications/" + "a".repeat(26)
        }) {
      Operator.as("auth").get(path).then().statusCode(404).body("errors", equalTo("Not found"));
    }
  }

  @Test
  void domain_whenSeveralApplications_thenOnlyKnownHosts() {
    Tenant tenant = Operator.newTenant();
    Operator.newTenant();

    domain(tenant.domains().get(0))
        .statusCode(200)
        .body("applicationId", equalTo(tenant.applicationId()));
    domain(tenant.domains().get(0).toUpperCase(java.util.Locale.ROOT))
        .statusCode(200)
        .body("customerId", equalTo(tenant.customerId()));
    domain("elsewhere.example.org").statusCode(404);
    domain("x'--").statusCode(404);
  }

  @Test
  void domain_whenThereIsOneApplication_thenAnyHostIsItsOwn() {
    rows.execute("DELETE FROM application");
    domain("elsewhere.example.org").statusCode(404);
    Tenant only = Operator.newTenant();

    domain("elsewhere.example.org")
        .statusCode(200)
        .body("applicationId", equalTo(only.applicationId()));

    Tenant second = Operator.newTenant();
    domain("elsewhere.example.org").statusCode(404);
    domain(second.domains().get(0))
        .statusCode(200)
        .body("applicationId", equalTo(second.applicationId()));
  }

  private static io.restassured.response.ValidatableResponse domain(String host) {
    return Operator.as("auth").get("/internal/domains/{host}", host).then();
  }
}
