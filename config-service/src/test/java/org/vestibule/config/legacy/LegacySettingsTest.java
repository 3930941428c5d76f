package org.vestibule.config.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Legacy;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** LEGC-13 to LEGC-23 and get_all. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class LegacySettingsTest {
  private static final String FORBIDDEN =
      "the provided client does not have authorization for this action";

  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void set_saysWhetherItExisted_andTheClientWinsOverTheApplication() {
    set("owner", "Ada").body("result", equalTo(false));
    set("owner", "Grace").body("result", equalTo(true));
    owner()
        .form("key", "owner")
        .form("value", "Shared")
        .ok("/settings/set_default")
        .body("result", equalTo(false));

    owner().form("key", "owner").ok("/settings/get").body("result", equalTo("Grace"));
    owner().form("key", "owner").ok("/settings/get_default").body("result", equalTo("Shared"));
    Legacy.as(tenant, "login_client")
        .form("key", "owner")
        .ok("/settings/get")
        .body("result", equalTo("Shared"));
    owner().form("key", "owner").ok("/settings/delete").body("result", equalTo(true));
    owner().form("key", "owner").ok("/settings/delete").body("result", equalTo(false));
    owner().form("key", "owner").ok("/settings/get").body("result", equalTo("Shared"));
    owner().form("key", "owner").ok("/settings/delete_default").body("result", equalTo(true));
    Response none = owner().form("key", "owner").send("/settings/get");
    assertThat(none.asString()).isEqualTo("{\"stat\":\"ok\",\"result\":null}");
    none = owner().form("key", "owner").send("/settings/get_default");
    assertThat(none.asString()).isEqualTo("{\"stat\":\"ok\",\"result\":null}");
  }

  @Test
  void setMulti_turnsScalarsIntoTexts_andOthersIntoTheirJson() {
    owner()
        .form("items", "{\"owner\":\"Jay\",\"public\":true,\"level\":10,\"list\":[1, 2]}")
        .ok("/settings/set_multi")
        .body(
            "result",
            equalTo(Map.of("owner", false, "public", false, "level", false, "list", false)));

    owner()
        .ok("/settings/items")
        .body("result.owner", equalTo("Jay"))
        .body("result.public", equalTo("true"))
        .body("result.level", equalTo("10"))
        .body("result.list", equalTo("[1,2]"))
        .body("result.default_flow_name", equalTo("standard"));
    owner()
        .form("keys", "[\"owner\",\"level\",\"missing\"]")
        .ok("/settings/get_multi")
        .body("result.size()", equalTo(3))
        .body("result.level", equalTo("10"))
        .body("result", hasKey("missing"))
        .body("result.missing", nullValue());
    owner()
        .form("key", "[\"owner\"]")
        .ok("/settings/get_multi")
        .body("result.owner", equalTo("Jay"));
    owner()
        .ok("/settings/keys")
        .body(
            "result",
            equalTo(
                List.of(
                    "default_flow_name",
                    "default_flow_version",
                    "level",
                    "list",
                    "owner",
                    "public",
                    "site_name",
                    "user_entity_type")));
    owner()
        .form("items", "{\"owner\":\"Kim\",\"fresh\":1}")
        .ok("/settings/set_multi")
        .body("result", equalTo(Map.of("owner", true, "fresh", false)));
    owner()
        .form("items", "{\"fresh\":1}")
        .ok("/settings/set_default_multi")
        .body("result.fresh", equalTo(false));
  }

  @Test
  void settings_areThoseOfTheConfigurationApi() {
    String id = tenant.client("login_client").client_id();
    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"login_attempts\":9,\"custom\":{\"dark\":true}}")
        .put(tenant.path("/clients/" + id + "/settings"))
        .then()
        .statusCode(200);

    owner()
        .form("for_client_id", id)
        .ok("/settings/items")
        .body("result.login_attempts", equalTo("9"))
        .body("result.dark", equalTo("true"));
    owner()
        .form("for_client_id", id)
        .form("key", "colour")
        .form("value", "red")
        .ok("/settings/set");
    tenant
        .as("owner")
        .get(tenant.path("/clients/" + id + "/settings"))
        .then()
        .body("custom.colour", equalTo("red"))
        .body("login_attempts", equalTo(9));
    owner()
        .ok("/settings/get_all")
        .body("client_settings." + id + ".colour", equalTo("red"))
        .body("default_settings.default_flow_name", equalTo("standard"))
        .body("", not(hasKey("result")));
  }

  @Test
  void keepVersions_isSetHereToo_andReachesTheOthers() {
    owner().form("key", "user_keep_versions").form("value", "3").ok("/settings/set_default");

    Operator.as("entity")
        .get("/internal/applications/" + tenant.applicationId())
        .then()
        .body("settings.user_keep_versions", equalTo("3"));
    owner()
        .form("key", "user_keep_versions")
        .form("value", "1001")
        .refused(
            "/settings/set_default",
            200,
            "value was not valid for the following reason: must be an integer between 0 and 1000");
    assertThat(rows.events(tenant.applicationId()).stream().map(Rows.PublishedEvent::type))
        .containsOnlyOnce("settings-changed");
  }

  @Test
  void reads_areForAnyClientItself_untilTheApplicationSaysOtherwise() {
    for (String feature : tenant.clients().keySet()) {
      Legacy.as(tenant, feature).form("key", "site_name").ok("/settings/get");
      Legacy.as(tenant, feature)
          .form("for_client_id", tenant.client(feature).client_id())
          .ok("/settings/items");
    }
    Legacy.as(tenant, "login_client")
        .form("for_client_id", tenant.client("owner").client_id())
        .refused("/settings/items", 403, FORBIDDEN);

    owner()
        .form("key", "legacy_settings_owner_only")
        .form("value", "true")
        .ok("/settings/set_default");

    Legacy.as(tenant, "login_client").refused("/settings/get", 403, FORBIDDEN);
    Legacy.as(tenant, "login_client").refused("/settings/get_default", 403, FORBIDDEN);
    owner().ok("/settings/items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "get|||missing arguments: key|100",
        "get|key=||missing arguments: key|100",
        "get_default|||missing arguments: key|100",
        "get_multi|||missing arguments: keys|100",
        "get_multi|keys=[||keys was not valid for the following reason: the JSON is not syntactically valid|200",
        "get_multi|keys=7||keys was not valid for the following reason: must be a JSON array of strings|200",
        "items|for_client_id=x||for_client_id was not valid for the following reason: for_client_id is not a valid id|200",
        "keys|for_client_id=x||for_client_id was not valid for the following reason: for_client_id is not a valid id|200",
        "set|||missing arguments: key, value|100",
        "set|key=x||missing arguments: value|100",
        "set|key=a b|value=x|key was not valid for the following reason: setting names may not contain spaces|200",
        "set|key=janrainOidcClientId|value=x|key was not valid for the following reason: janrainOidcClientId is read-only|200",
        "set_default|value=x||missing arguments: key|100",
        "set_multi|||missing arguments: items|100",
        "set_multi|items=[]||items was not valid for the following reason: must be a JSON object|200",
        "set_multi|items={\"a b\":1}||items was not valid for the following reason: setting names may not contain spaces|200",
        "set_multi|items={\"a\":null}||items was not valid for the following reason: a must not be null|200",
        "set_default_multi|items={||items was not valid for the following reason: the JSON is not syntactically valid|200",
        "set_default_multi|items={\"silent_merge\":7}||items was not valid for the following reason: silent_merge must be true or false|200",
        "delete|||missing arguments: key|100",
        "delete_default|||missing arguments: key|100",
      })
  void wrongArguments_areNamed(
      String operation, String first, String second, String description, int code) {
    Legacy call = owner();
    for (String pair : new String[] {first, second}) {
      if (pair != null) {
        String[] parts = pair.split("=", 2);
        call.form(parts[0], parts[1]);
      }
    }
    call.refused("/settings/" + operation, code, description);
  }

  @Test
  void settingsOfAnotherTenant_areNotThere() {
    Tenant other = Operator.newTenant();
    String notValid =
        "for_client_id was not valid for the following reason: for_client_id is not a valid id";
    String foreign = other.client("owner").client_id();

    owner().form("for_client_id", foreign).refused("/settings/items", 200, notValid);
    owner()
        .form("for_client_id", foreign)
        .form("key", "own")
        .form("value", "x")
        .refused("/settings/set", 200, notValid);
    owner()
        .form("for_client_id", foreign)
        .form("key", "own")
        .refused("/settings/delete", 200, notValid);
    owner().ok("/settings/get_all").body("client_settings", not(hasKey(foreign)));
  }

  @Test
  void emptyValue_isAValue() {
    set("own", "").body("result", equalTo(false));
    owner().form("key", "own").ok("/settings/get").body("result", equalTo(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{7*7}}",
        "${7*7}",
        "{* #emailAddressData *}",
        "'; DROP TABLE application_setting; --",
        "<script>alert(1)</script>",
        "\\u0000",
        "line\nbreak\ttab",
        "\u2028\ud83d\ude00"
      })
  void values_areGivenBackAsTheyCame(String value) {
    set("own", value);

    owner().form("key", "own").ok("/settings/get").body("result", equalTo(value));
    tenant
        .as("owner")
        .get(tenant.path("/clients/" + tenant.client("owner").client_id() + "/settings"))
        .then()
        .body("custom.own", equalTo(value));
  }

  @Test
  void sixteenWritesAtOnce_allStay() {
    IntStream.range(0, 16)
        .mapToObj(i -> CompletableFuture.runAsync(() -> set("key" + i, "value" + i)))
        .toList()
        .forEach(CompletableFuture::join);

    Map<String, String> items = owner().ok("/settings/items").extract().path("result");
    IntStream.range(0, 16).forEach(i -> assertThat(items).containsEntry("key" + i, "value" + i));
    assertThat(
            rows.texts(
                "SELECT version FROM audit_record WHERE application_id = $1"
                    + " AND operation = 'setSettings' ORDER BY version::int",
                tenant.applicationId()))
        .containsExactlyElementsOf(IntStream.range(2, 18).mapToObj(Integer::toString).toList());
  }

  private io.restassured.response.ValidatableResponse set(String key, String value) {
    return owner().form("key", key).form("value", value).ok("/settings/set");
  }

  private Legacy owner() {
    return Legacy.as(tenant, "owner");
  }
}
