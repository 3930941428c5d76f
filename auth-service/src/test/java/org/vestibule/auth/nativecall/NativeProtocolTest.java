package org.vestibule.auth.nativecall;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;
import org.vestibule.auth.stub.NativeApi;
import org.vestibule.platform.json.Json;

/** Methods, paths and browser access of the native calls (authentication.md 1.1, 1.2, 1.6). */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class NativeProtocolTest {
  private static final String SIGN_IN = "/oauth/auth_native_traditional";

  @Test
  void otherMethods_thenHttp405() {
    for (Response response :
        new Response[] {given().get(SIGN_IN), given().put(SIGN_IN), given().delete(SIGN_IN)}) {
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.header("Allow")).isEqualTo("POST, OPTIONS");
      assertThat(body(response).path("code").asInt()).isEqualTo(200);
      assertThat(body(response).path("error").asText()).isEqualTo("invalid_argument");
    }
  }

  @Test
  void unknownPaths_thenInvalidApiMethod() {
    for (String path :
        new String[] {
          "/oauth/nope",
          "/",
          "/oauth",
          "/oauth/auth_native_traditional/x",
          "/ACCESS/x",
          "/a/b/c.php"
        }) {
      for (Response response : new Response[] {given().get(path), given().body("x").post(path)}) {
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        ObjectNode body = (ObjectNode) body(response);
        assertThat(body.remove("request_id").asText()).matches("[a-z2-9]{16}");
        assertThat(body)
            .isEqualTo(
                Json.parse(
                    """
                    {"code":404,"error":"invalid_api_method",
                     "error_description":"This API endpoint does not exist","stat":"error"}"""));
      }
    }
  }

  @Test
  void queryParameters_thenIgnored() {
    Response response =
        given().header("Host", "a.example.com").queryParam("client_id", "login-a").post(SIGN_IN);

    assertThat(body(response).path("error_description").asText())
        .isEqualTo("missing arguments: client_id, flow, flow_version, locale, form");
  }

  @Test
  void parameterGivenTwice_thenDuplicateArgument() {
    Response response =
        given()
            .header("Host", "a.example.com")
            .contentType("application/x-www-form-urlencoded")
            .body("client_id=login-a&client_id=login-a")
            .post(SIGN_IN);

    assertThat(body(response).path("code").asInt()).isEqualTo(201);
    assertThat(body(response).path("argument_name").asText()).isEqualTo("client_id");
  }

  @Test
  void preflight_thenAnsweredForNativeCallsOnly() {
    Response allowed = given().header("Origin", "https://shop.example.com").options(SIGN_IN);
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(allowed.header("Access-Control-Allow-Methods")).isEqualTo("POST, OPTIONS");
    assertThat(allowed.header("Access-Control-Allow-Headers"))
        .isEqualTo("Content-Type, Authorization");
    assertThat(allowed.header("Access-Control-Allow-Credentials")).isNull();

    Response other = given().header("Origin", "https://shop.example.com").options("/oauth/token");
    assertThat(other.header("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void replies_ofNativeCalls_areReadableByBrowsers() {
    assertThat(NativeApi.signIn("jo@example.com").send().header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
    assertThat(given().post(SIGN_IN).header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void internalPaths_whenNoServiceCalls_thenTheyDoNotExist() {
    assertThat(given().body("{}").post("/internal/tokens/resolve").statusCode()).isEqualTo(404);
    assertThat(given().body("{}").post("/internal/attempts").statusCode()).isEqualTo(404);
  }

  private static com.fasterxml.jackson.databind.JsonNode body(Response response) {
    return Json.parse(response.asString());
  }
}
