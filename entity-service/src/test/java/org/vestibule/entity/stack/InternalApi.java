package org.vestibule.entity.stack;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** Calls of the internal endpoints as auth-service makes them. */
public record InternalApi(TestApplication application) {

  public JsonNode register(String attributes, String clientId) {
    return register(attributes, clientId, UUID.randomUUID().toString());
  }

  public JsonNode register(String attributes, String clientId, String key) {
    ObjectNode body = Json.object().put("clientId", clientId);
    body.set("attributes", Json.parse(attributes));
    return json(
        request()
            .header("Idempotency-Key", key)
            .body(Json.write(body))
            .post(type("registrations")));
  }

  public JsonNode check(String email, String password, String clientId, boolean bookkeeping) {
    ObjectNode body = Json.object().put("identifierAttribute", "email").put("identifier", email);
    body.put("password", password).put("clientId", clientId).put("bookkeeping", bookkeeping);
    return json(post("credentials/check", body));
  }

  public Response post(String path, JsonNode body) {
    return request().body(Json.write(body)).post(type(path));
  }

  public Response get(String path) {
    return request().get(path);
  }

  private RequestSpecification request() {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("auth", "entity"))
        .contentType("application/json");
  }

  private String type(String path) {
    return "/internal/applications/" + application.id() + "/types/user/" + path;
  }

  private static JsonNode json(Response response) {
    return Json.parse(response.then().statusCode(200).extract().asByteArray());
  }
}
