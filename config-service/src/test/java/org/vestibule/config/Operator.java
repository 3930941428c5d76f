package org.vestibule.config;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.vestibule.testkit.TestConfig;

/** Calls of the operator's command line and of other services. */
public final class Operator {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private Operator() {}

  public static RequestSpecification as(String caller) {
    return given().header("Authorization", "Bearer " + TestConfig.token(caller, "config"));
  }

  public static ValidatableResponse create(String body) {
    return as("operator").contentType(ContentType.JSON).body(body).post("/internal/tenants").then();
  }

  /** A tenant that no other test knows. */
  public static Tenant newTenant() {
    int number = NUMBERS.incrementAndGet();
    String body =
        """
        {"customer":"Customer %1$d","application":"Shop %1$d","domains":["shop%1$d.example.com"]}
        """;
    return create(body.formatted(number)).statusCode(201).extract().as(Tenant.class);
  }
}
