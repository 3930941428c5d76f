package org.vestibule.webhook.wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.webhook.WebhookServiceUnderTest;

@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class UnknownPathTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /nothing/here",
    "POST, /11111111-1111-4111-8111-111111111111/webhooks/nothing",
    "DELETE, /a/b",
    "GET, /q/health",
    "GET, /internal/anything"
  })
  void unknownPath_isAnsweredInTheFormOfTheFamily(String method, String path) {
    given()
        .request(method, path)
        .then()
        .statusCode(404)
        .contentType("application/json")
        .header("X-Request-Id", matchesPattern("[a-z2-9]{16}"))
        .body("errors", equalTo("Not found"));
  }

  @Test
  void health_isOnTheManagementPort() {
    given()
        .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class))
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(containsString("UP"));
  }
}
