package org.vestibule.config.legacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Legacy;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** LEGC-09 to LEGC-12 and the public files. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class WidgetSettingsTest {
  private static final String UNKNOWN =
      "version was not valid for the following reason: version is not a published version";

  @Inject Rows rows;
  private Tenant tenant;
  private String client;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
    client = tenant.client("login_client").client_id();
  }

  @Test
  void publish_makesTheNamedSettingsPublic_inThreeFiles() {
    setDefault("jump_publish_settings", "[\"minimum_age\",\"site_name\",\"missing\"]");
    setDefault("minimum_age", "13");
    owner()
        .form("for_client_id", client)
        .form("key", "site_name")
        .form("value", "</script>")
        .ok("/settings/set");

    String version = publish();

    Map<String, String> published =
        Map.of("janrain_settings_version", version, "minimum_age", "13", "site_name", "</script>");
    owner()
        .form("for_client_id", client)
        .ok("/settings/widget/get")
        .body("results", equalTo(published));
    file(".json")
        .then()
        .statusCode(200)
        .body("", equalTo(published))
        .header("Cache-Control", "public, max-age=60");
    file("/" + version + ".json")
        .then()
        .statusCode(200)
        .body("", equalTo(published))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff");
    String script = file(".js").then().statusCode(200).extract().asString();
    assertThat(script)
        .startsWith("janrain.settings.capture.publishedSettings = {\"janrain_settings_version\":")
        .endsWith("};")
        .contains("\\u003c/script>")
        .doesNotContain("<");
    owner()
        .ok("/settings/widget/list")
        .body("results", contains(path(".json"), path(".js"), path("/" + version + ".json")));
    owner().ok("/settings/widget/get").body("results", hasSize(3));
  }

  @Test
  void publish_neverShowsASecret_andWithoutAListOnlyTheVersion() {
    owner()
        .form("for_client_id", client)
        .ok("/settings/widget/publish")
        .body("keySet()", hasSize(1));
    setDefault("rpx_key", "s3cret-key-of-the-social-service");
    setDefault("jump_publish_settings", "rpx_key, minimum_age ,");
    setDefault("minimum_age", "16");

    publish();

    file(".json")
        .then()
        .body("keySet()", equalTo(java.util.Set.of("janrain_settings_version", "minimum_age")));
    assertThat(
            rows.texts(
                "SELECT document FROM published_settings WHERE application_id = $1",
                tenant.applicationId()))
        .hasSize(2)
        .noneMatch(it -> it.contains("s3cret"));
  }

  @Test
  void delete_isADryRunUntilItIsMeant_andThePreviousVersionBecomesTheLatest() {
    setDefault("jump_publish_settings", "minimum_age");
    setDefault("minimum_age", "13");
    String first = publish();
    setDefault("minimum_age", "16");
    String second = publish();

    delete(second, "false").body("results", contains(path("/" + second + ".json")));
    file(".json").then().body("minimum_age", equalTo("16"));
    delete(second, "true").body("results", equalTo("The settings files were deleted"));
    file(".json").then().body("minimum_age", equalTo("13"));
    file("/" + second + ".json").then().statusCode(404);
    owner().form("for_client_id", client).form("commit", "true").ok("/settings/widget/delete");
    file("/" + first + ".json").then().statusCode(404);
    file(".js").then().statusCode(404).body("errors", equalTo("Not found."));
    owner()
        .form("for_client_id", client)
        .ok("/settings/widget/get")
        .body("results", equalTo(Map.of()));
    owner().ok("/settings/widget/list").body("results", empty());
    assertThat(
            rows.texts(
                "SELECT operation FROM audit_record WHERE application_id = $1"
                    + " AND operation LIKE '%ublish%' ORDER BY created_at",
                tenant.applicationId()))
        .containsExactly(
            "publishSettings",
            "publishSettings",
            "deletePublishedSettings",
            "deletePublishedSettings");
  }

  @Test
  void wrongArguments_areNamed() {
    String unknown = "0d6f2c1e-7b7a-4b52-9a55-0e3c8d9a4411";
    String missing = "missing arguments: for_client_id";
    String notValid =
        "for_client_id was not valid for the following reason: for_client_id is not a valid id";
    owner().refused("/settings/widget/publish", 100, missing);
    owner().refused("/settings/widget/delete", 100, missing);
    owner().form("version", unknown).refused("/settings/widget/list", 100, missing);
    for (String operation : List.of("publish", "get", "list", "delete")) {
      owner().form("for_client_id", "x").refused("/settings/widget/" + operation, 200, notValid);
      Legacy.as(tenant, "direct_access")
          .form("for_client_id", client)
          .refused(
              "/settings/widget/" + operation,
              403,
              "the provided client does not have authorization for this action");
    }
    for (String operation : List.of("get", "list", "delete")) {
      for (String version : List.of(unknown, "latest")) {
        owner()
            .form("for_client_id", client)
            .form("version", version)
            .refused("/settings/widget/" + operation, 200, UNKNOWN);
      }
    }
    owner()
        .form("for_client_id", client)
        .form("commit", "perhaps")
        .refused(
            "/settings/widget/delete",
            200,
            "commit was not valid for the following reason: must be true or false");
  }

  @Test
  void publish_whenThereAreAHundred_thenRefused() {
    rows.execute(
        "INSERT INTO published_settings (application_id, client_id, version, document, created_at)"
            + " SELECT $1, $2, gen_random_uuid(), '{}', now() FROM generate_series(1, 100)",
        tenant.applicationId(),
        client);

    owner()
        .form("for_client_id", client)
        .refused("/settings/widget/publish", 510, "a client has at most 100 published versions");
  }

  @Test
  void files_ofOtherThings_areNotThere() {
    Tenant other = Operator.newTenant();
    publish();

    for (String path :
        List.of(
            "/widget_data/settings/" + other.applicationId() + "/" + client + ".json",
            path("/x.json"),
            path("/../x.json"),
            path(".html"),
            "/widget_data/settings/x/y.json")) {
      given().get(path).then().statusCode(404);
    }
    Legacy.as(other, "owner")
        .form("for_client_id", client)
        .refused(
            "/settings/widget/get",
            200,
            "for_client_id was not valid for the following reason: for_client_id is not a valid id");
    Legacy.as(other, "owner").ok("/settings/widget/list").body("results", empty());
  }

  private io.restassured.response.ValidatableResponse delete(String version, String commit) {
    return owner()
        .form("for_client_id", client)
        .form("version", version)
        .form("commit", commit)
        .ok("/settings/widget/delete");
  }

  private String publish() {
    return owner()
        .form("for_client_id", client)
        .form("include_settings", "true")
        .ok("/settings/widget/publish")
        .body("results.janrain_settings_version", matchesPattern("[0-9a-f-]{36}"))
        .extract()
        .path("results.janrain_settings_version");
  }

  private io.restassured.response.Response file(String rest) {
    return given().get(path(rest));
  }

  private String path(String rest) {
    return "/widget_data/settings/" + tenant.applicationId() + "/" + client + rest;
  }

  private void setDefault(String key, String value) {
    owner().form("key", key).form("value", value).ok("/settings/set_default");
  }

  private Legacy owner() {
    return Legacy.as(tenant, "owner");
  }
}
