package org.vestibule.config;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of {@code /clients/*} or {@code /settings/*} on the host of a tenant. */
public final class Legacy {
  private final RequestSpecification request;
  private final Map<String, String> form = new LinkedHashMap<>();

  private Legacy(RequestSpecification request) {
    this.request = request;
  }

  public static Legacy as(Tenant tenant, String feature) {
    Tenant.Credentials client = tenant.client(feature);
    return as(tenant, client.client_id(), client.client_secret());
  }

  public static Legacy as(Tenant tenant, String clientId, String secret) {
    return new Legacy(Tenant.as(clientId, secret).header("Host", tenant.domains().get(0)));
  }

  public static Legacy anonymous(Tenant tenant) {
    return new Legacy(given().header("Host", tenant.domains().get(0)));
  }

  public Legacy form(String name, String value) {
    form.put(name, value);
    return this;
  }

  public Response send(String path) {
    return request
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(form)
        .post(path);
  }

  public ValidatableResponse ok(String path) {
    return send(path)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("stat", equalTo("ok"));
  }

  public ValidatableResponse refused(String path, int code, String description) {
    return refused(send(path), code, description);
  }

  public static ValidatableResponse refused(Response response, int code, String description) {
    return response
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("stat", equalTo("error"))
        .body("code", equalTo(code))
        .body("error_description", equalTo(description))
        .body("request_id", matchesPattern("[a-z0-9]{16}"));
  }
}
