package org.vestibule.auth.stub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.platform.json.Json;

/** Calls of servers: {@code /access/*} and {@code /oauth/token}. */
public final class AccessApi {
  private static final String RECORD = "3f1c5c0e-8a52-4b7c-9a1d-5d0f5b2e7a10";
  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String host = "a.example.com";
  private String client;

  private AccessApi(String path) {
    this.path = path;
  }

  /** A call of {@code /access} about the one record, by the issuer of application a. */
  public static AccessApi access(String operation) {
    return new AccessApi("/access/" + operation)
        .as("issuer-a")
        .with("type_name", "user")
        .with("uuid", RECORD);
  }

  /** An exchange by the login client of application a. */
  public static AccessApi token(String grantType) {
    return new AccessApi("/oauth/token").as("login-a").with("grant_type", grantType);
  }

  /** An authorization code for the login client. */
  public static String code() {
    return access("getAuthorizationCode")
        .with("for_client_id", "login-a")
        .with("redirect_uri", "https://site.example.com/back")
        .ok()
        .path("authorizationCode")
        .asText();
  }

  /** An exchange of a code. */
  public static AccessApi exchange(String code) {
    return token("authorization_code")
        .with("code", code)
        .with("redirect_uri", "https://site.example.com/back");
  }

  public AccessApi as(String client) {
    this.client = client;
    return this;
  }

  public AccessApi at(String host) {
    this.host = host;
    return this;
  }

  public AccessApi with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public AccessApi without(String name) {
    parameters.remove(name);
    return this;
  }

  public Response send() {
    return request().formParams(parameters).post(path);
  }

  /** Sends the parameters in the query. */
  public Response get() {
    return request().queryParams(parameters).get(path);
  }

  private RequestSpecification request() {
    RequestSpecification request =
        given()
            .header("Host", host)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    return client == null ? request : request.auth().preemptive().basic(client, "secret");
  }

  /** The body of a success. */
  public JsonNode ok() {
    Response response = send();
    JsonNode body = Json.parse(response.asString());
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    assertThat(body.path("stat").asText()).as(response.asString()).isEqualTo("ok");
    return body;
  }

  /** Asserts an error reply member by member, without the request id. */
  public void isRefused(int status, String expected) {
    Response response = send();
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    ObjectNode body = (ObjectNode) Json.parse(response.asString());
    body.remove("request_id");
    assertThat(body).isEqualTo(Json.parse(expected.replace('\'', '"')));
  }
}
