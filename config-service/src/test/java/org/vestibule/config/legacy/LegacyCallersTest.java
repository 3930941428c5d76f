package org.vestibule.config.legacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Legacy;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;
import org.vestibule.platform.crypto.Digests;

/** Who gets in, and how old scripts say what they want (legacy-settings.md 0). */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class LegacyCallersTest {
  private static final String WRONG = "client_id or client_secret is not valid";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static Tenant tenant;

  @BeforeEach
  void makeTenant() {
    if (tenant == null) {
      tenant = Operator.newTenant();
      Operator.newTenant();
    }
  }

  @Test
  void oldAdminScript_sendsEverythingInTheQuery_withAnEmptyBody() {
    ok(host().post("/clients/list?" + credentials() + "&timeout=10&has_features=[\"owner\"]"))
        .body("results", hasSize(1));
    ok(host().contentType("application/json").body("\"\"").post("/clients/list?" + credentials()));
    ok(
        host()
            .contentType("application/json")
            .body("")
            .post("/settings/get?key=site_name&" + credentials()));
    ok(host().contentType("text/plain").body("key=x").post("/settings/keys?" + credentials()));
    ok(host().get("/settings/items?" + credentials()));
  }

  @Test
  void parameters_comeAsFormsToo_andTheBodyWins() {
    ok(host()
            .formParam("key", "default_flow_name")
            .post("/settings/get?key=nothing&" + credentials()))
        .body("result", equalTo("standard"));
    ok(host()
            .contentType("multipart/form-data")
            .multiPart("key", "default_flow_name")
            .post("/settings/get?" + credentials()))
        .body("result", equalTo("standard"));
    ok(host()
            .contentType("application/json")
            .body(
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\",\"keys\":[\"default_flow_name\"]}"
                    .formatted(id(), secret()))
            .post("/settings/get_multi"))
        .body("result.default_flow_name", equalTo("standard"));
    Legacy.refused(
            host().post("/settings/get?key=a&key=b&" + credentials()),
            201,
            "duplicate argument: key")
        .body("argument_name", equalTo("key"));
  }

  @Test
  void credentials_whenWrong_thenAlwaysTheSameAnswer() {
    Legacy.as(tenant, id(), secret() + "x").refused("/clients/list", 402, WRONG);
    Legacy.as(tenant, id(), "").refused("/clients/list", 402, WRONG);
    Legacy.as(tenant, "nobody", secret()).refused("/clients/list", 402, WRONG);
    Legacy.anonymous(tenant)
        .form("client_id", id())
        .form("client_secret", "x")
        .refused("/clients/list", 402, WRONG);
    Legacy.anonymous(tenant)
        .refused(
            "/clients/list",
            205,
            "no authentication provided, for example client_id and client_secret");
    Legacy.refused(
        host().header("Authorization", "Digest x").post("/clients/list"),
        205,
        "the HTTP authentication method must be Basic, OAuth or Signature");
    Legacy.refused(
        host().header("Authorization", "OAuth abc").post("/clients/list"),
        403,
        "the provided client does not have authorization for this action");
    Legacy.refused(
        Tenant.as(id(), secret()).header("Host", "nowhere.example.org").post("/clients/list"),
        224,
        "no application exists on this domain");
  }

  @Test
  void signedRequests_areAcceptedOnceTheirDateIsNear() {
    ok(signed("/clients/list", secret(), Instant.now(), new TreeMap<>()));
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("key", "default_flow_name");
    ok(signed("/settings/get", secret(), Instant.now(), parameters))
        .body("result", equalTo("standard"));
    Legacy.refused(signed("/clients/list", "x", Instant.now(), new TreeMap<>()), 402, WRONG);
    Legacy.refused(
        signed("/clients/list", secret(), Instant.now().minusSeconds(1_000), new TreeMap<>()),
        402,
        "the signed request has expired");
  }

  @Test
  void signedRequests_coverEveryParameter() {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("key", "default_flow_name");
    String date = DATE.format(Instant.now());
    String signature = signature("/settings/get", secret(), date, parameters);
    RequestSpecification tampered =
        host()
            .header("Date", date)
            .header("Authorization", "Signature " + id() + ":" + signature)
            .formParam("key", "site_name");
    Legacy.refused(tampered.post("/settings/get"), 402, WRONG);
  }

  @Test
  void allowList_holdsForEveryWayIn() {
    Tenant fenced = Operator.newTenant();
    Legacy.as(fenced, "owner")
        .form("whitelist", "[\"198.51.100.0/24\"]")
        .ok("/clients/set_whitelist");

    Legacy.as(fenced, "owner")
        .refused(
            "/clients/list",
            403,
            "the provided client does not have authorization for this action");
    Tenant.as(fenced.client("owner").client_id(), fenced.client("owner").client_secret())
        .header("Host", fenced.domains().get(0))
        .header("X-Forwarded-For", "198.51.100.7")
        .post("/clients/list")
        .then()
        .body("stat", equalTo("ok"));
  }

  @Test
  void unknownPathsAndMethods_areAnsweredInTheFormOfTheFamily() {
    Legacy.as(tenant, "owner").refused("/clients/nothing", 404, "This API endpoint does not exist");
    Legacy.as(tenant, "owner")
        .refused("/settings/widget/nothing", 404, "This API endpoint does not exist");
    for (String path : new String[] {"/clients/add", "/settings/set", "/settings/widget/publish"}) {
      host()
          .get(path)
          .then()
          .statusCode(405)
          .body("code", equalTo(200))
          .body("stat", equalTo("error"));
    }
  }

  private static io.restassured.response.ValidatableResponse ok(Response response) {
    return response
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("stat", equalTo("ok"));
  }

  private Response signed(
      String path, String secret, Instant at, TreeMap<String, String> parameters) {
    String date = DATE.format(at);
    return host()
        .header("Date", date)
        .header(
            "Authorization", "Signature " + id() + ":" + signature(path, secret, date, parameters))
        .formParams(parameters)
        .post(path);
  }

  private static String signature(
      String path, String secret, String date, TreeMap<String, String> parameters) {
    StringBuilder text = new StringBuilder(path + "\n" + date + "\n");
    parameters.forEach((name, value) -> text.append(name + "=" + value + "\n"));
    byte[] mac =
        Digests.hmacSha1(
            secret.getBytes(StandardCharsets.UTF_8),
            text.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(mac);
  }

  private static RequestSpecification host() {
    return given().header("Host", tenant.domains().get(0));
  }

  private static String id() {
    return tenant.client("owner").client_id();
  }

  private static String secret() {
    return tenant.client("owner").client_secret();
  }

  private static String credentials() {
    return "client_id=" + id() + "&client_secret=" + secret();
  }
}
