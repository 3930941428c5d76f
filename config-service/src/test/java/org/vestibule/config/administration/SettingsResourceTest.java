package org.vestibule.config.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** CONF-07 to CONF-11. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class SettingsResourceTest {
  private static final String SECRET = "s3cret-key-of-the-social-service";

  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void replace_whenTheWholeObjectComesBack_thenNothingIsTold() {
    String read = get("/settings").asString();
    int events = rows.events(tenant.applicationId()).size();

    put("/settings", read).then().statusCode(200).body("site_name", equalTo(tenant.application()));

    assertThat(get("/settings").asString()).isEqualTo(read);
    assertThat(rows.events(tenant.applicationId())).hasSize(events);
  }

  @Test
  void replace_sortsPredefinedFromCustom_andKeepsScalars() {
    put(
            "/settings",
            "{\"login_attempts\":9,\"own\":true,\"custom\":{\"minimum_age\":\"13\",\"a.b\":1.50},"
                + "\"_x\":\"y\",\"clients\":{},\"gone\":null}")
        .then()
        .statusCode(200)
        .body("login_attempts", equalTo(9))
        .body("minimum_age", equalTo("13"))
        .body("custom.own", equalTo(true))
        .body("custom['a.b']", equalTo(1.5f))
        .body(
            "keySet()",
            equalTo(java.util.Set.of("_self", "login_attempts", "minimum_age", "custom")));
  }

  @Test
  void replace_whenTheBodyIsWrong_thenSaysWhatAndChangesNothing() {
    String before = get("/settings").asString();
    expectMember(
        put("/settings", "{\"bad name\":1}"), "bad name", "Setting names may not contain spaces.");
    expectMember(
        put("/settings", "{\"own\":[]}"), "own", "Must be a string, a number or a boolean.");
    expectMember(put("/settings", "{\"custom\":7}"), "custom", "Must be an object.");
    expectMember(
        put("/settings", "{\"custom\":{\"user_keep_versions\":\"many\"}}"),
        "user_keep_versions",
        "Must be an integer between 0 and 1000.");
    put("/settings", "[]").then().statusCode(400);
    put("/settings", "{\"janrainOidcClientId\":\"x\"}")
        .then()
        .statusCode(403)
        .body("errors", equalTo("janrainOidcClientId is read-only."));
    assertThat(get("/settings").asString()).isEqualTo(before);
  }

  @Test
  void replace_whenThereAreTooMany_thenRefused() {
    put("/settings", many(501))
        .then()
        .statusCode(400)
        .body("errors", equalTo("There may be at most 500 settings."));
    put("/settings", many(500)).then().statusCode(200);
    put("/settings", "{}").then().statusCode(200).body("custom", equalTo(Map.of()));
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"n" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void clientSettings_areItsOwnBesideTheGlobalOnes() {
    String path = "/clients/" + tenant.client("login_client").client_id() + "/settings";

    put(
            path,
            "{\"site_name\":\"Own\",\"custom\":{\"x\":\"y\"},\"global\":{\"site_name\":\"Mallory\"}}")
        .then()
        .statusCode(200)
        .body("_self", equalTo(tenant.path(path)))
        .body("site_name", equalTo("Own"))
        .body("custom.x", equalTo("y"))
        .body("global.site_name", equalTo(tenant.application()))
        .body("global.custom", equalTo(Map.of()));

    tenant.as("login_client").get(tenant.path(path)).then().body("site_name", equalTo("Own"));
    get("/settings?include_clients=true")
        .then()
        .body("clients.size()", equalTo(5))
        .body(
            "clients." + tenant.client("login_client").client_id() + ".site_name", equalTo("Own"));
    put(path, "{}").then().statusCode(200).body("site_name", nullValue());
  }

  @Test
  void options_nameTheSettingsOfEveryType() {
    get("/settings/options")
        .then()
        .statusCode(200)
        .body("name", hasItems("login_attempts", "user_keep_versions", "order_keep_versions"))
        .body("find { it.name == 'login_attempts' }.default", equalTo(6))
        .body("find { it.name == 'email_method' }.values", equalTo(List.of("ses_sync", "none")))
        .body("find { it.name == 'invitation_search_allow_empty' }.globalOnly", equalTo(true));
  }

  @Test
  void secrets_areSealedAtRest_andShownToNobodyButAdministrators() {
    String path = "/clients/" + tenant.client("login_client").client_id() + "/settings";
    put("/settings", "{\"rpx_key\":\"" + SECRET + "\"}")
        .then()
        .statusCode(200)
        .body("rpx_key", equalTo(SECRET));
    put(path, "{\"backplane_password\":\"" + SECRET + "\"}").then().statusCode(200);

    assertThat(all("application_setting") + all("client_setting") + all("audit_record"))
        .contains("v1.k1.")
        .doesNotContain(SECRET);
    assertThat(rows.events(tenant.applicationId()).toString()).doesNotContain(SECRET);
    for (String internal :
        List.of(
            "/internal/applications/" + tenant.applicationId(),
            "/internal/clients/" + tenant.client("login_client").client_id())) {
      assertThat(Operator.as("auth").get(internal).asString()).doesNotContain(SECRET);
    }
    put("/settings", get("/settings").asString()).then().body("rpx_key", equalTo(SECRET));
    put("/settings", "{\"rpx_key\":\"other\"}").then().body("rpx_key", equalTo("other"));
  }

  private String all(String table) {
    return String.join(
        "\n",
        rows.texts(
            "SELECT t::text FROM " + table + " t WHERE application_id = $1",
            tenant.applicationId()));
  }

  @Test
  void secrets_whenTheKeyringTurns_thenAreSealedAnew() {
    put("/settings", "{\"rpx_key\":\"" + SECRET + "\"}").then().statusCode(200);

    Operator.as("operator").post("/internal/keyring/rewrap").then().statusCode(200);

    get("/settings").then().body("rpx_key", equalTo(SECRET));
  }

  @Test
  void changes_areToldWithTheirScope_andRememberedByName() {
    String client = tenant.client("login_client").client_id();
    put("/settings", "{\"default_flow_name\":\"standard\",\"own\":\"hidden-value\"}");
    put("/clients/" + client + "/settings", "{\"own\":\"hidden-value\"}");

    List<Rows.PublishedEvent> events =
        rows.events(tenant.applicationId()).stream()
            .filter(it -> it.type().equals("settings-changed"))
            .toList();
    assertThat(events)
        .extracting(Rows.PublishedEvent::subject)
        .containsExactly(tenant.applicationId(), client);
    assertThat(events.get(0).data().has("changedClientId")).isFalse();
    assertThat(events.get(1).data().path("changedClientId").asText()).isEqualTo(client);
    assertThat(events.toString()).doesNotContain("hidden-value");
    assertThat(
            rows.texts(
                "SELECT row(operation, object, old_version, version, changed)::text"
                    + " FROM audit_record WHERE application_id = $1 AND client_id IS NOT NULL"
                    + " ORDER BY created_at",
                tenant.applicationId()))
        .containsExactly(
            "(replaceSettings,settings,1,2,\"{default_flow_version,own,site_name,user_entity_type}\")",
            "(replaceSettings,clients/" + client + "/settings,1,2,{own})");
  }

  @Test
  void settings_reachTheDirectoriesOfTheOthers() {
    put("/settings", "{\"user_keep_versions\":7}").then().statusCode(200);

    Operator.as("entity")
        .get("/internal/applications/" + tenant.applicationId())
        .then()
        .body("settings.user_keep_versions", equalTo(7));
  }

  @Test
  void settingsOfAnotherTenant_areNotThere() {
    Tenant other = Operator.newTenant();
    String path = "/clients/" + other.client("login_client").client_id() + "/settings";

    get(path).then().statusCode(404).body("errors", equalTo("Client not found."));
    put(path, "{\"own\":1}").then().statusCode(404);
    tenant.as("owner").get(other.path("/settings")).then().statusCode(401);
    tenant.as("login_client").get(other.path(path)).then().statusCode(401);
    tenant.as("login_client").get(tenant.path(path)).then().statusCode(403);
    tenant
        .as("login_client")
        .get(tenant.path("/clients/" + tenant.client("owner").client_id() + "/settings"))
        .then()
        .statusCode(403);
    get("/settings?include_clients=true")
        .then()
        .body("clients.keySet()", hasItem(tenant.client("owner").client_id()))
        .body("clients." + other.client("owner").client_id(), nullValue());
  }

  private Response get(String path) {
    return tenant.as("owner").get(tenant.path(path));
  }

  private Response put(String path, String body) {
    return tenant.as("owner").contentType("application/json").body(body).put(tenant.path(path));
  }

  private static void expectMember(Response response, String member, String text) {
    response.then().statusCode(400).body("errors['" + member + "']", equalTo(text));
  }
}
