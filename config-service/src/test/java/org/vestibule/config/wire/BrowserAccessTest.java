package org.vestibule.config.wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.config.ConfigServiceUnderTest;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class BrowserAccessTest {
  private static final String ORIGIN = "https://explorer.example.com";
  private static final String HEADER = "Access-Control-Allow-Origin";

  @Test
  void listedOrigin_mayAskAndCall() {
    given()
        .header("Origin", ORIGIN)
        .header("Access-Control-Request-Method", "PUT")
        .options("/config/any/clients/x")
        .then()
        .statusCode(204)
        .header(HEADER, ORIGIN)
        .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
        .header("Access-Control-Allow-Credentials", nullValue());
    given()
        .header("Origin", ORIGIN)
        .get("/meta/fieldTypes")
        .then()
        .statusCode(401)
        .header(HEADER, ORIGIN)
        .header("Vary", equalTo("Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "*",
        "http://explorer.example.com",
        "https://explorer.example.com.evil.example",
        "https://evil-explorer.example.com",
        "https://EXPLORER.example.com",
        "https://explorer.example.com:444"
      })
  void otherOrigins_areNeverNamed(String origin) {
    given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "GET")
        .options("/config/any/clients")
        .then()
        .header(HEADER, nullValue());
    given().header("Origin", origin).get("/config/any/clients").then().header(HEADER, nullValue());
  }

  @Test
  void otherPaths_areNotOpened() {
    given()
        .header("Origin", ORIGIN)
        .get("/internal/applications")
        .then()
        .header(HEADER, nullValue());
    given().header("Origin", ORIGIN).get("/clients/list").then().header(HEADER, nullValue());
  }
}
