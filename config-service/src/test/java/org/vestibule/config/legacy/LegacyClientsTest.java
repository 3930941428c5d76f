package org.vestibule.config.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Legacy;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** LEGC-01 to LEGC-08. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class LegacyClientsTest {
  private static final String NO_ID = "q7z2c9v4b1n8m5a3s6d0f2g7h4j9k1l5";

  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void add_whenDone_thenTheClientIsInBothApis() {
    Response added =
        owner()
            .form("description", "mobile login")
            .form("features", "[\"login_client\"]")
            .send("/clients/add");

    added
        .then()
        .statusCode(200)
        .body("stat", equalTo("ok"))
        .body("client_id", matchesPattern("[a-z0-9]{32}"))
        .body("client_secret", matchesPattern("[a-z0-9]{32}"))
        .body("description", equalTo("mobile login"))
        .body("features", contains("login_client"))
        .body("whitelist", contains("0.0.0.0/0"))
        .body("keySet()", hasSize(6));
    assertThat(added.asString()).startsWith("{\"stat\":\"ok\",");
    tenant
        .as("owner")
        .get(tenant.path("/clients/" + added.path("client_id")))
        .then()
        .body("name", equalTo("mobile login"))
        .body("_secret", equalTo(added.path("client_secret")));
  }

  @Test
  void add_whenTheScriptRunsAgain_thenASecondClient() {
    owner().form("description", "again").ok("/clients/add");
    owner()
        .form("description", "again")
        .form("features", "")
        .ok("/clients/add")
        .body("features", empty());
    owner().form("description", "").ok("/clients/add").body("description", equalTo(""));

    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"name\":\"again\"}")
        .post(tenant.path("/clients"))
        .then()
        .statusCode(409);
  }

  @Test
  void list_whenFeaturesAreAskedFor_thenThoseThatHaveAny() {
    owner()
        .form("has_features", "[\"owner\",\"login_client\"]")
        .ok("/clients/list")
        .body("results.description", contains("owner", "login_client"))
        .body("results[0].client_secret", equalTo(tenant.client("owner").client_secret()));
    owner().form("features", "[\"owner\"]").ok("/clients/list").body("results", hasSize(1));
    owner().form("has_features", "").ok("/clients/list").body("results", hasSize(5));
    tenant
        .as("owner")
        .header("Host", tenant.domains().get(0))
        .get("/clients/list")
        .then()
        .statusCode(200)
        .body("results", hasSize(5));
  }

  @Test
  void edits_changeOneThing_ofTheCallerByDefault() {
    String id = tenant.client("login_client").client_id();
    owner().form("for_client_id", id).form("description", "renamed").ok("/clients/set_description");
    owner().form("for_client_id", id).form("features", "[]").ok("/clients/set_features");
    owner()
        .form("for_client_id", id)
        .form("whitelist", "[\"10.0.0.0/8\",\"127.0.0.0/8\"]")
        .ok("/clients/set_whitelist");
    show(id)
        .then()
        .body("name", equalTo("renamed"))
        .body("features", empty())
        .body("ipWhitelist", contains("10.0.0.0/8", "127.0.0.0/8"));
    owner().form("for_client_id", id).ok("/clients/clear_whitelist");
    show(id).then().body("ipWhitelist", contains("0.0.0.0/0"));

    owner().form("for_client_id", "").form("description", "me").ok("/clients/set_description");
    show(tenant.client("owner").client_id()).then().body("name", equalTo("me"));
    assertThat(
            rows.texts(
                "SELECT operation || ':' || array_to_string(changed, ',') FROM audit_record"
                    + " WHERE application_id = $1 AND object = '"
                    + id
                    + "' ORDER BY created_at",
                tenant.applicationId()))
        .containsExactly(
            "changeClient:name",
            "changeClient:features",
            "changeClient:ipWhitelist",
            "changeClient:ipWhitelist");
  }

  @Test
  void resetSecret_whenDone_thenBothApisKnowIt() {
    String id = tenant.client("direct_access").client_id();
    String old = tenant.client("direct_access").client_secret();

    String fresh =
        owner()
            .form("for_client_id", id)
            .form("hours_to_live", "1")
            .ok("/clients/reset_secret")
            .body("new_secret", matchesPattern("[a-z0-9]{32}"))
            .extract()
            .path("new_secret");

    for (String secret : List.of(old, fresh)) {
      Legacy.as(tenant, id, secret).ok("/settings/keys");
      Tenant.as(id, secret).get(tenant.path("/flows/standard")).then().statusCode(200);
    }
    String last =
        owner().form("for_client_id", id).ok("/clients/reset_secret").extract().path("new_secret");
    Legacy.as(tenant, id, fresh)
        .refused("/settings/keys", 402, "client_id or client_secret is not valid");
    Legacy.as(tenant, id, last).ok("/settings/keys");
  }

  @Test
  void delete_whenDone_thenTheClientIsGone() {
    String id = tenant.client("direct_access").client_id();

    owner().form("client_id_for_deletion", id).ok("/clients/delete").body("keySet()", hasSize(1));

    Legacy.as(tenant, "direct_access")
        .refused("/settings/items", 402, "client_id or client_secret is not valid");
    show(id).then().statusCode(404);
    owner()
        .form("client_id_for_deletion", tenant.client("owner").client_id())
        .refused("/clients/delete", 403, "a client with the owner feature cannot be deleted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/clients/add||||missing arguments: description|100",
        "/clients/add|description|x|features=x|features was not valid for the following reason: the JSON is not syntactically valid|200",
        "/clients/add|description|x|features={}|features was not valid for the following reason: must be a JSON array of strings|200",
        "/clients/add|description|x|features=[1]|features was not valid for the following reason: must be a JSON array of strings|200",
        "/clients/add|description|x|features=[\"x\"]|features was not valid for the following reason: 'x' is not a valid feature|200",
        "/clients/add|description|x|features=[\"metadata\"]|features was not valid for the following reason: 'metadata' cannot be assigned through this API|200",
        "/clients/list|has_features|[||has_features was not valid for the following reason: the JSON is not syntactically valid|200",
        "/clients/delete||||missing arguments: client_id_for_deletion|100",
        "/clients/delete|client_id_for_deletion|x||client_id_for_deletion was not valid for the following reason: client_id_for_deletion is not a valid id|200",
        "/clients/reset_secret|hours_to_live|1||missing arguments: for_client_id|100",
        "/clients/reset_secret|for_client_id|x|hours_to_live=1|for_client_id was not valid for the following reason: for_client_id is not a valid id|200",
        "/clients/reset_secret|for_client_id|x|hours_to_live=169|hours_to_live was not valid for the following reason: must be between 0 and 168|200",
        "/clients/reset_secret|for_client_id|x|hours_to_live=day|hours_to_live was not valid for the following reason: must be an integer|200",
        "/clients/set_description|for_client_id|x|description=y|for_client_id was not valid for the following reason: for_client_id is not a valid id|200",
        "/clients/set_features|features||x=y|missing arguments: features|100",
        "/clients/set_features|features|[]||features was not valid for the following reason: an owner cannot remove its own owner feature|200",
        "/clients/set_features|features|[\"login_client\",\"owner\"]||features was not valid for the following reason: login_client cannot be combined with other features|200",
        "/clients/set_whitelist||||missing arguments: whitelist|100",
        "/clients/set_whitelist|whitelist|[\"10.0.0.1/40\"]||whitelist was not valid for the following reason: invalid cidr address: 10.0.0.1/40; value after slash must be 32 or less|200",
        "/clients/set_whitelist|whitelist|[\"10.0.0.1\"]||whitelist was not valid for the following reason: cidr address must have the form x.x.x.x/x|200",
      })
  void wrongArguments_areNamed(
      String path, String name, String value, String more, String description, int code) {
    Legacy call = owner();
    if (name != null) {
      call.form(name, value == null ? "" : value);
    }
    if (more != null) {
      call.form(more.split("=")[0], more.split("=")[1]);
    }
    call.refused(path, code, description);
  }

  @Test
  void clientsOfAnotherTenant_areNotThere() {
    Tenant other = Operator.newTenant();
    String id = other.client("direct_access").client_id();
    String notValid =
        "for_client_id was not valid for the following reason: for_client_id is not a valid id";

    owner().form("for_client_id", id).refused("/clients/reset_secret", 200, notValid);
    owner()
        .form("for_client_id", id)
        .form("features", "[]")
        .refused("/clients/set_features", 200, notValid);
    owner().form("for_client_id", NO_ID).refused("/clients/clear_whitelist", 200, notValid);
    Legacy.as(tenant, other.client("owner").client_id(), other.client("owner").client_secret())
        .refused("/clients/list", 402, "client_id or client_secret is not valid");
    other.as("direct_access").get(other.path("/flows/standard")).then().statusCode(200);
    owner()
        .ok("/clients/list")
        .body("results.client_id", hasItems(tenant.client("owner").client_id()))
        .body("results", hasSize(5));
  }

  private Legacy owner() {
    return Legacy.as(tenant, "owner");
  }

  private Response show(String id) {
    return tenant.as("owner").get(tenant.path("/clients/" + id));
  }
}
