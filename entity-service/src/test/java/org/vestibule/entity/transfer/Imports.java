package org.vestibule.entity.transfer;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.vestibule.entity.stack.TestApplication;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** Calls of the internal endpoints as the operator's command line makes them. */
record Imports(TestApplication application, String caller, String type) {
  Imports(TestApplication application, String caller) {
    this(application, caller, "user");
  }

  static Imports of(TestApplication application) {
    return new Imports(application, "operator");
  }

  /** A fingerprint that no other test uses. */
  static String fingerprint() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  static ObjectNode opening(String fingerprint) {
    ObjectNode opening = Json.object().put("file", "people.jsonl").put("fingerprint", fingerprint);
    opening
        .putObject("options")
        .put("events", false)
        .put("hashPasswords", false)
        .put("format", "jsonl");
    return opening;
  }

  /** A new run. */
  String begin() {
    return open(opening(fingerprint())).path("id").asText();
  }

  JsonNode open(ObjectNode opening) {
    return json(tryOpen(opening));
  }

  Response tryOpen(ObjectNode opening) {
    return request().contentType("application/json").body(Json.write(opening)).post(path(""));
  }

  JsonNode take(String run, int number, String... lines) {
    return json(tryTake(run, number, lines));
  }

  Response tryTake(String run, int number, String... lines) {
    return tryTake(run, number, String.join("\n", lines).getBytes());
  }

  Response tryTake(String run, int number, byte[] lines) {
    return request()
        .contentType("application/x-ndjson")
        .queryParam("lastLine", 10 * (number + 1))
        .body(lines)
        .post(path("/" + run + "/batches/" + number));
  }

  JsonNode rehearse(boolean hashPasswords, String... lines) {
    return json(tryRehearse(hashPasswords, String.join("\n", lines).getBytes()));
  }

  Response tryRehearse(boolean hashPasswords, byte[] lines) {
    return request()
        .contentType("application/x-ndjson")
        .queryParam("hashPasswords", hashPasswords)
        .body(lines)
        .post(path("/rehearsal"));
  }

  JsonNode rejections(String run, int number) {
    return json(request().get(path("/" + run + "/batches/" + number))).path("rejections");
  }

  Response tryFinish(String run, int batches) {
    return request()
        .contentType("application/json")
        .body(Json.write(Json.object().put("batches", batches)))
        .post(path("/" + run + "/finish"));
  }

  JsonNode finish(String run, int batches) {
    return json(tryFinish(run, batches));
  }

  RequestSpecification request() {
    return given().header("Authorization", "Bearer " + TestConfig.token(caller, "entity"));
  }

  String path(String rest) {
    return "/internal/applications/" + application.id() + "/types/" + type + "/imports" + rest;
  }

  static JsonNode json(Response response) {
    return Json.parse(response.then().statusCode(200).extract().asByteArray());
  }
}
