package org.vestibule.config.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FlowsResourceTest {
  private static Tenant tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Operator.newTenant();
    }
  }

  @Test
  void getFlow_whenOwnerOrDirectAccess_thenTheHeadInShort() {
    for (String feature : List.of("owner", "direct_access")) {
      tenant
          .as(feature)
          .get(tenant.path("/flows/standard"))
          .then()
          .statusCode(200)
          .contentType("application/json")
          .body("_self", equalTo(tenant.path("/flows/standard")))
          .body("name", equalTo("standard"))
          .body("version", equalTo(tenant.flowVersion()))
          .body("schemas", contains("user"))
          .body("userData", contains("email", "displayName"))
          .body("keySet()", hasSize(5));
    }
  }

  @Test
  void getFlow_whenUnknown_thenNotFound() {
    for (String name : List.of("Standard", "nope", "..%2Fstandard")) {
      tenant
          .as("owner")
          .urlEncodingEnabled(false)
          .get(tenant.path("/flows/" + name))
          .then()
          .statusCode(404)
          .body("errors", equalTo("Flow not found."));
    }
  }

  @Test
  void getFlow_whenTheFeatureIsMissing_thenForbidden() {
    for (String feature : List.of("direct_read_access", "access_issuer", "login_client")) {
      tenant
          .as(feature)
          .get(tenant.path("/flows/nope"))
          .then()
          .statusCode(403)
          .body("errors", equalTo("Authentication required."));
    }
  }

  @Test
  void getFlow_whenAnotherTenantAsks_thenUnauthenticated() {
    Operator.newTenant().as("owner").get(tenant.path("/flows/standard")).then().statusCode(401);
    given().get(tenant.path("/flows/standard")).then().statusCode(401);
  }

  @Test
  void version_whenReadByAService_thenTheWholeDocument() {
    for (String version : List.of("HEAD", tenant.flowVersion())) {
      Map<String, Object> document =
          Operator.as("auth")
              .get(internal(tenant.applicationId(), "standard", version))
              .then()
              .statusCode(200)
              .body("name", equalTo("standard"))
              .body("version", equalTo(tenant.flowVersion()))
              .extract()
              .path("document");
      assertThat(document)
          .containsEntry("name", "standard")
          .containsEntry("version", tenant.flowVersion())
          .containsKeys("fields", "translations", "mailTemplates", "2faMessages", "screens");
    }
  }

  @Test
  void version_whenUnknown_thenNotFound() {
    for (String path :
        List.of(
            internal(tenant.applicationId(), "standard", "20000101000000000000"),
            internal(tenant.applicationId(), "nope", "HEAD"),
            internal("nope", "standard", tenant.flowVersion()))) {
      Operator.as("auth").get(path).then().statusCode(404).body("errors", equalTo("Not found"));
    }
  }

  private static String internal(String application, String flow, String version) {
    return "/internal/applications/%s/flows/%s/versions/%s".formatted(application, flow, version);
  }
}
