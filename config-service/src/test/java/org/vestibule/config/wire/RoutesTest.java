package org.vestibule.config.wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class RoutesTest {
  private static Tenant tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Operator.newTenant();
    }
  }

  @Test
  void unknownRoute_thenNotFoundInTheFormOfTheFamily() {
    for (String path : new String[] {"/nothing", "/clients/x/y/z", "/flows/a/b/c/d"}) {
      tenant
          .as("owner")
          .get(tenant.path(path))
          .then()
          .statusCode(404)
          .contentType("application/json")
          .header("X-Request-Id", matchesPattern("[a-z0-9]{16}"))
          .body("errors", equalTo("Not found."));
    }
    given().get("/v1/config/a/b/c/d").then().statusCode(404).body("errors", equalTo("Not found."));
    given().get("/config").then().statusCode(404).body("errors", equalTo("Not found."));
  }

  @Test
  void wrongMethod_thenSaysWhichAreAllowed() {
    tenant
        .as("owner")
        .delete(tenant.path("/clients"))
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET, HEAD, POST"))
        .body("errors", equalTo("Method not allowed."));
    given()
        .get("/v1" + tenant.path("/clients/x/secret"))
        .then()
        .statusCode(405)
        .header("Allow", equalTo("POST, PUT"));
  }

  @Test
  void internal_whenWithoutToken_thenDoesNotExist() {
    for (String path :
        new String[] {
          "/internal/clients/" + tenant.client("owner").client_id(),
          "/internal/applications/" + tenant.applicationId(),
          "/internal/domains/" + tenant.domains().get(0)
        }) {
      given().get(path).then().statusCode(404);
      tenant.as("owner").get(path).then().statusCode(404);
    }
  }
}
