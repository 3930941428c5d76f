package org.vestibule.auth.attack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;

/** Paths that callers make up are one in the metrics, however many they are. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class MetricsOfPathsTest {

  @Test
  void madeUpPaths_areCountedTogether() {
    for (int i = 0; i < 5; i++) {
      given().get("/oauth/made-up-" + i);
      given().post("/access/made-up-" + i);
    }
    given().post("/oauth/auth_native_traditional");

    String metrics = metrics();

    assertThat(metrics).doesNotContain("made-up");
    assertThat(metrics)
        .contains("uri=\"/unmatched\"")
        .contains("uri=\"/oauth/auth_native_traditional\"");
  }

  private static String metrics() {
    return given()
        .port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class))
        .get("/q/metrics")
        .asString();
  }
}
