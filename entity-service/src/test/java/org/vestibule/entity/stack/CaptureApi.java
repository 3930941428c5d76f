package org.vestibule.entity.stack;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.platform.json.Json;

/** Calls of the entity operations by one client or token. */
public record CaptureApi(TestApplication application, String authorization) {

  public static CaptureApi by(TestClient client) {
    String pair = client.id() + ":" + client.secret();
    String basic = java.util.Base64.getEncoder().encodeToString(pair.getBytes());
    return new CaptureApi(client.application(), "Basic " + basic);
  }

  public static CaptureApi byToken(TestApplication application, String token) {
    return new CaptureApi(application, "OAuth " + token);
  }

  public JsonNode call(String operation, String... parameters) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      form.put(parameters[i], parameters[i + 1]);
    }
    form.putIfAbsent("type_name", "user");
    return Json.parse(
        request().formParams(form).post("/" + operation).then().extract().asByteArray());
  }

  public JsonNode create(String attributes) {
    return call("entity.create", "attributes", attributes);
  }

  public JsonNode byUuid(String uuid) {
    return call("entity", "uuid", uuid).path("result");
  }

  public RequestSpecification request() {
    return given()
        .baseUri("http://" + application.host())
        .header("Authorization", authorization)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }
}
