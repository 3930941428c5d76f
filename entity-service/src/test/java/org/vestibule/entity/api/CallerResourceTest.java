package org.vestibule.entity.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.TestClient;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.json.Json;

@QuarkusTest
class CallerResourceTest extends ServiceTest {
  private final TestClient client = FIRST.client("direct_access");

  @Test
  void everyWayOfAuthentication_works() throws Exception {
    String uuid = person();
    ok(direct.call("entity", "uuid", uuid));
    ok(
        json(
            given()
                .formParam("client_id", client.id())
                .formParam("client_secret", client.secret())
                .formParam("type_name", "user")
                .formParam("uuid", uuid)
                .post("/entity")));
    ok(json(signed("/entity", uuid)));
    ok(json(given().formParam("access_token", Tokens.issue(FIRST, uuid)).post("/entity")));
  }

  @Test
  void everyFormOfParameters_isRead() {
    String uuid = person();
    ok(
        json(
            given()
                .header("Authorization", direct.authorization())
                .get("/entity?type_name=user&uuid=" + uuid)));
    ok(
        json(
            given()
                .header("Authorization", direct.authorization())
                .post("/entity?type_name=user&uuid=" + uuid)));
    ok(
        json(
            given()
                .header("Authorization", direct.authorization())
                .contentType("application/json")
                .post("/entity?type_name=user&uuid=" + uuid)));
    ok(
        json(
            given()
                .header("Authorization", direct.authorization())
                .multiPart("type_name", "user")
                .multiPart("uuid", uuid)
                .post("/entity")));
    ok(
        json(
            given()
                .header("Authorization", direct.authorization())
                .get("/entity.delete?type_name=user&uuid=" + uuid)));
  }

  @Test
  void wrongCallers_areRefused() {
    error(json(given().formParam("type_name", "user").post("/entity")), 205, "invalid_auth_method");
    error(
        json(given().header("Authorization", "Digest x").post("/entity")),
        205,
        "invalid_auth_method");
    String wrong = Base64.getEncoder().encodeToString((client.id() + ":wrong").getBytes());
    error(
        new CaptureApi(FIRST, "Basic " + wrong).call("entity"), 402, "invalid_client_credentials");
    error(
        CaptureApi.by(FIRST.client("login_client")).call("entity"), 403, "client_permission_error");
    error(
        CaptureApi.by(FIRST.client("access_issuer")).call("entity.find"),
        403,
        "client_permission_error");
    error(
        json(
            direct
                .request()
                .header("X-Application-Id", SECOND.id())
                .formParam("type_name", "user")
                .post("/entity.count")),
        221,
        "unknown_application");
  }

  @Test
  void otherTenant_getsNothing() {
    JsonNode created = direct.create("{\"email\":\"" + email() + "\"}");
    String uuid = created.path("uuid").asText();
    CaptureApi other = CaptureApi.by(SECOND.client("direct_access"));
    error(other.call("entity", "uuid", uuid), 310, "record_not_found");
    error(other.call("entity.update", "uuid", uuid, "attributes", "{}"), 310, "record_not_found");
    error(other.call("entity.delete", "uuid", uuid), 310, "record_not_found");
    error(other.call("entity.deleteAccess", "uuid", uuid), 310, "record_not_found");
    assertThat(ok(other.call("entity.find", "filter", "uuid = '" + uuid + "'")).path("results"))
        .isEmpty();
    assertThat(
            ok(other.call("entity.count", "filter", "uuid = '" + uuid + "'"))
                .path("total_count")
                .asInt())
        .isZero();
    // The second application's client at the first one's host, and the other way round.
    error(
        new CaptureApi(FIRST, other.authorization()).call("entity", "uuid", uuid),
        402,
        "invalid_client_credentials");
    error(
        new CaptureApi(SECOND, direct.authorization()).call("entity", "uuid", uuid),
        402,
        "invalid_client_credentials");
    error(
        CaptureApi.byToken(SECOND, Tokens.issue(FIRST, uuid)).call("entity"),
        413,
        "no_access_grant");
    ok(direct.call("entity", "uuid", uuid));
  }

  @Test
  void unknownHost_isNoApplication() {
    error(
        json(
            given()
                .header("Host", "unknown.example.com")
                .header("Authorization", direct.authorization())
                .post("/entity")),
        224,
        "application_not_found");
  }

  @Test
  void reply_isNotStored() {
    given()
        .header("Authorization", direct.authorization())
        .formParam("type_name", "user")
        .post("/entity.count")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .contentType("application/json");
  }

  @Test
  void reply_isCompressedOnRequest() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/entity.find?type_name=user"))
            .header("Authorization", direct.authorization())
            .header("Accept-Encoding", "gzip")
            .GET()
            .build();
    HttpResponse<byte[]> reply =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.headers().firstValue("content-encoding")).contains("gzip");
    try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      ok(Json.parse(text.readAllBytes()));
    }
  }

  private Response signed(String path, String uuid) throws Exception {
    String date =
        LocalDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    String text = path + "\n" + date + "\ntype_name=user\nuuid=" + uuid + "\n";
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(client.secret().getBytes(), "HmacSHA1"));
    String signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes()));
    return given()
        .header("Date", date)
        .header("Authorization", "Signature " + client.id() + ":" + signature)
        .formParam("uuid", uuid)
        .formParam("type_name", "user")
        .post(path);
  }

  private static JsonNode json(Response response) {
    return Json.parse(response.asByteArray());
  }
}
