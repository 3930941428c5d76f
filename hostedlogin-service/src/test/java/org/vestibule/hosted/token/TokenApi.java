package org.vestibule.hosted.token;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.hosted.TestCustomer;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

/** Token requests as clients make them, good ones unless a test changes them. */
final class TokenApi {
  private final Map<String, String> form = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String path;

  private TokenApi(TestCustomer customer) {
    path = customer.path("/login/token");
    with("grant_type", "client_credentials");
  }

  /** The configuration client of the customer asks by Basic. */
  static TokenApi basic(TestCustomer customer) {
    return basic(customer, customer.clientId(), customer.secret());
  }

  static TokenApi basic(TestCustomer customer, String clientId, String secret) {
    TokenApi api = new TokenApi(customer);
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return api.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The configuration client of the customer asks with its secret in the form. */
  static TokenApi post(TestCustomer customer) {
    return anonymous(customer)
        .with("client_id", customer.clientId())
        .with("client_secret", customer.secret());
  }

  static TokenApi anonymous(TestCustomer customer) {
    return new TokenApi(customer);
  }

  TokenApi with(String name, String value) {
    form.put(name, value);
    return this;
  }

  TokenApi header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  TokenApi at(String otherPath) {
    path = otherPath;
    return this;
  }

  Response send() {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .headers(headers)
        .formParams(form)
        .post(path);
  }

  /** The token of a success. */
  String token() {
    return send().then().statusCode(200).extract().path("access_token");
  }

  /** What another service learns of a token. */
  static Response resolve(String token) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token("webhook", "hostedlogin"))
        .contentType("application/json")
        .body(Json.write(Json.object().put("sha256", Digests.sha256Hex(token))))
        .post("/internal/tokens/resolve");
  }
}
