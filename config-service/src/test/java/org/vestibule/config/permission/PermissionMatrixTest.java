package org.vestibule.config.permission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;

/** Every operation of these families by every kind of client, of this tenant and of another one. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class PermissionMatrixTest {
  private static final Set<String> OWNER = Set.of("owner");
  private static final Set<String> DIRECT = Set.of("owner", "direct_access");
  private static final Set<String> ALL =
      Set.of("owner", "direct_access", "direct_read_access", "access_issuer", "login_client");

  /** Only the owner can take the ground away from under the calls that follow. */
  private static final List<String> OWNER_LAST =
      List.of("direct_access", "direct_read_access", "access_issuer", "login_client", "owner");

  private static final Set<String> SELF = Set.of("owner", "login_client");

  /** One row of the matrix; {@code {app}} and {@code {client}} (the login client) are filled in. */
  record Row(String method, String path, Set<String> allowed) {
    boolean isLegacy() {
      return !path.startsWith("/config/") && !path.startsWith("/meta/");
    }

    String path(Tenant tenant) {
      return path.replace("{app}", tenant.applicationId())
          .replace("{client}", tenant.client("login_client").client_id());
    }
  }

  static Stream<Row> rows() {
    return Stream.concat(configuration(), legacy());
  }

  private static Stream<Row> configuration() {
    return Stream.of(
        new Row("GET", "/config/{app}/clients", OWNER),
        new Row("POST", "/config/{app}/clients", OWNER),
        new Row("GET", "/config/{app}/clients/{client}", OWNER),
        new Row("PUT", "/config/{app}/clients/{client}", OWNER),
        new Row("PUT", "/config/{app}/clients/{client}/secret", OWNER),
        new Row("POST", "/config/{app}/clients/{client}/secret", OWNER),
        new Row("GET", "/config/{app}/clients/{client}/settings", SELF),
        new Row("PUT", "/config/{app}/clients/{client}/settings", OWNER),
        new Row("GET", "/config/{app}/settings", OWNER),
        new Row("PUT", "/config/{app}/settings", OWNER),
        new Row("GET", "/config/{app}/settings/options", OWNER),
        new Row("GET", "/config/{app}/audit", OWNER),
        new Row("GET", "/config/{app}/entityTypes", ALL),
        new Row("GET", "/config/{app}/entityTypes/user", ALL),
        new Row("GET", "/config/{app}/entityTypes/user/attributes", OWNER),
        new Row("GET", "/config/{app}/entityTypes/user/attributes/email", OWNER),
        new Row("GET", "/config/{app}/schemas", DIRECT),
        new Row("GET", "/config/{app}/schemas/user", DIRECT),
        new Row("GET", "/config/{app}/schemas/user/email", DIRECT),
        new Row("PUT", "/config/{app}/schemas/user/nick", OWNER),
        new Row("DELETE", "/config/{app}/schemas/user/email", OWNER),
        new Row("GET", "/meta/fieldTypes", DIRECT),
        new Row("GET", "/meta/fieldTypes/text", DIRECT),
        new Row("DELETE", "/config/{app}/clients/{client}", OWNER));
  }

  private static Stream<Row> legacy() {
    Stream<Row> reads =
        Stream.of("get", "get_default", "get_multi", "items", "keys")
            .map(it -> new Row("POST", "/settings/" + it, ALL));
    Stream<Row> others =
        Stream.of(
                "/clients/list",
                "/clients/add",
                "/clients/delete",
                "/clients/reset_secret",
                "/clients/set_description",
                "/clients/set_features",
                "/clients/set_whitelist",
                "/clients/clear_whitelist",
                "/settings/get_all",
                "/settings/set",
                "/settings/set_multi",
                "/settings/set_default",
                "/settings/set_default_multi",
                "/settings/delete",
                "/settings/delete_default",
                "/settings/widget/publish",
                "/settings/widget/get",
                "/settings/widget/list",
                "/settings/widget/delete")
            .map(it -> new Row("POST", it, OWNER));
    return Stream.concat(reads, others);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void operation_isForThoseFeaturesAlone(Row row) {
    Tenant tenant = Operator.newTenant();
    for (String feature : OWNER_LAST) {
      boolean isAllowed = row.allowed().contains(feature);
      assertThat(isForbidden(call(row, tenant, tenant, feature)))
          .as("%s %s by %s", row.method(), row.path(), feature)
          .isEqualTo(!isAllowed);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void operation_isUnknownToClientsOfOthers(Row row) {
    Tenant tenant = Operator.newTenant();
    Tenant other = Operator.newTenant();
    if (row.path().startsWith("/meta/")) {
      return;
    }
    for (String feature : ALL) {
      assertThat(isUnauthenticated(call(row, tenant, other, feature)))
          .as("%s %s by %s", row.method(), row.path(), feature)
          .isTrue();
    }
    assertThat(isUnauthenticated(send(given(), row, tenant))).as(row.path()).isTrue();
    tenant.as("owner").get(tenant.path("/clients")).then().statusCode(200);
  }

  private static Response call(Row row, Tenant at, Tenant of, String feature) {
    Tenant.Credentials client = of.client(feature);
    return send(Tenant.as(client.client_id(), client.client_secret()), row, at);
  }

  private static Response send(RequestSpecification request, Row row, Tenant at) {
    String body = row.isLegacy() ? "" : "{}";
    return request
        .header("Host", at.domains().get(0))
        .contentType(row.isLegacy() ? "application/x-www-form-urlencoded" : "application/json")
        .body(body)
        .request(row.method(), row.path(at));
  }

  /** An allowed call may still be wrong; it is not forbidden. */
  private static boolean isForbidden(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isNotIn(401, 404, 405, 500, 503);
    boolean isLegacyError = response.asString().contains("client_permission_error");
    return response.statusCode() == 403 || isLegacyError;
  }

  private static boolean isUnauthenticated(Response response) {
    String text = response.asString();
    return response.statusCode() == 401
        || text.contains("\"code\":402")
        || text.contains("\"code\":205");
  }
}
