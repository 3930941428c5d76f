package org.vestibule.config.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class ClientsResourceTest {
  private static Tenant tenant;

  @Inject Rows rows;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Operator.newTenant();
    }
  }

  @Test
  void listClients_whenOwner_thenAllInOrderOfCreation() {
    String id = tenant.client("owner").client_id();
    String self = tenant.path("/clients/" + id);

    tenant
        .as("owner")
        .get(tenant.path("/clients"))
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("name", contains(ClientFeatures.INITIAL.toArray()))
        .body("[0]._id", equalTo(id))
        .body("[0]._secret", equalTo(tenant.client("owner").client_secret()))
        .body("[0]._self", equalTo(self))
        .body("[0]._settings", equalTo(self + "/settings"))
        .body("[0].features", contains("owner"))
        .body("[0].ipWhitelist", contains("0.0.0.0/0"))
        .body("[0].keySet()", hasSize(7));
  }

  @Test
  void listClients_whenFeaturesAreAskedFor_thenThoseThatHaveAll() {
    tenant
        .as("owner")
        .get(tenant.path("/clients?has_feature=direct_access"))
        .then()
        .body("name", contains("direct_access"));
    tenant
        .as("owner")
        .get(tenant.path("/clients?has_feature=direct_access&has_feature=owner"))
        .then()
        .statusCode(200)
        .body("", empty());
    tenant
        .as("owner")
        .get(tenant.path("/clients?has_feature=nonsense"))
        .then()
        .statusCode(200)
        .body("", empty());
  }

  @Test
  void listClients_whenThePathHasAVersion_thenTheSame() {
    tenant
        .as("owner")
        .get("/v1" + tenant.path("/clients?has_feature=owner"))
        .then()
        .statusCode(200)
        .body("[0]._self", equalTo(tenant.path("/clients/" + tenant.client("owner").client_id())));
  }

  @Test
  void listClients_whenNotOwner_thenForbidden() {
    for (String feature : ClientFeatures.INITIAL.subList(1, 5)) {
      tenant
          .as(feature)
          .get(tenant.path("/clients"))
          .then()
          .statusCode(403)
          .body("errors", equalTo("Authentication required."));
    }
  }

  @Test
  void listClients_whenCredentialsAreWrong_thenUnauthenticated() {
    String path = tenant.path("/clients");
    String id = tenant.client("owner").client_id();
    String secret = tenant.client("owner").client_secret();
    expectUnauthenticated(given().get(path).then().extract().response());
    expectUnauthenticated(Tenant.as(id, secret + "x").get(path));
    expectUnauthenticated(Tenant.as(id, "").get(path));
    expectUnauthenticated(Tenant.as("nobody", secret).get(path));
    expectUnauthenticated(Tenant.as(id, secret).get("/config/unknown/clients"));
    expectUnauthenticated(given().header("Authorization", "Bearer " + secret).get(path));
    expectUnauthenticated(given().header("Authorization", "Basic ???").get(path));
    expectUnauthenticated(given().get(path + "?client_id=" + id + "&client_secret=" + secret));
  }

  private static void expectUnauthenticated(io.restassured.response.Response response) {
    response
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Basic realm=\"config\", charset=\"UTF-8\"")
        .body("errors", equalTo("Authentication required."));
  }

  @Test
  void listClients_whenAnotherTenantAsks_thenNothingOfOurs() {
    Tenant other = Operator.newTenant();

    other.as("owner").get(tenant.path("/clients")).then().statusCode(401);

    List<String> ids = other.as("owner").get(other.path("/clients")).then().extract().path("_id");
    assertThat(ids)
        .hasSize(5)
        .doesNotContainAnyElementsOf(
            tenant.clients().values().stream().map(Tenant.Credentials::client_id).toList());
  }

  @Test
  void listClients_whenTheAddressIsNotAllowed_thenForbidden() {
    Tenant fenced = Operator.newTenant();
    allow(fenced, "198.51.100.0/24");

    fenced.as("owner").get(fenced.path("/clients")).then().statusCode(403);
    fenced
        .as("owner")
        .header("X-Forwarded-For", "198.51.100.7")
        .get(fenced.path("/clients"))
        .then()
        .statusCode(200);
    fenced
        .as("owner")
        .header("X-Forwarded-For", "198.51.100.7, 203.0.113.9")
        .get(fenced.path("/clients"))
        .then()
        .statusCode(403);
    fenced.as("owner").get(fenced.path("/flows/standard")).then().statusCode(200);
  }

  private void allow(Tenant fenced, String block) {
    rows.execute(
        "UPDATE api_client SET ip_whitelist = ARRAY[$1] WHERE application_id = $2",
        block,
        fenced.applicationId());
  }
}
