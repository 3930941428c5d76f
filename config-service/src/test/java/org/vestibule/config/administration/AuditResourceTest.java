package org.vestibule.config.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class AuditResourceTest {
  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void list_saysWhoDidWhat_newestFirst() {
    change("first");
    change("second");

    tenant
        .as("owner")
        .get(tenant.path("/audit"))
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("_self", equalTo(tenant.path("/audit")))
        .body("_next", nullValue())
        .body("records", hasSize(3))
        .body("records[0].id", matchesPattern("[0-9a-f-]{36}"))
        .body("records[0].at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
        .body("records[0].clientId", equalTo(tenant.client("owner").client_id()))
        .body("records[0].operation", equalTo("replaceSettings"))
        .body("records[0].object", equalTo("settings"))
        .body("records[0].oldVersion", equalTo("2"))
        .body("records[0].newVersion", equalTo("3"))
        .body("records[0].changed", equalTo(List.of("own")))
        .body("records[0].ipAddress", equalTo("127.0.0.1"))
        .body("records[2].operation", equalTo("createTenant"))
        .body("records[2].clientId", nullValue());
  }

  @Test
  void pages_holdEveryRecordOnce() {
    for (int i = 0; i < 7; i++) {
      change("value " + i);
    }
    List<String> ids = new ArrayList<>();
    String next = tenant.path("/audit?limit=3");
    while (next != null) {
      JsonPath page = tenant.as("owner").get(next).then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("records.id"));
      next = page.getString("_next");
    }

    assertThat(ids).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void pages_areReadByAnIndex() {
    rows.execute(
        "INSERT INTO audit_record (id, application_id, operation, object, created_at)"
            + " SELECT gen_random_uuid(), 'app' || (i % 2), 'x', 'y', now() - i * interval '1 s'"
            + " FROM generate_series(1, 20000) i");
    rows.execute("ANALYZE audit_record");

    String plan =
        String.join(
            "\n",
            rows.lines(
                "EXPLAIN SELECT * FROM audit_record WHERE application_id = 'app1'"
                    + " AND (created_at, id) < (now(), '00000000-0000-4000-8000-000000000000')"
                    + " ORDER BY created_at DESC, id DESC LIMIT 100"));

    assertThat(plan).contains("audit_record_application_id_idx").doesNotContain("Sort");
  }

  @Test
  void list_whenParametersAreWrong_thenSaysWhat() {
    for (String limit : List.of("0", "1001", "-1", "x")) {
      tenant
          .as("owner")
          .get(tenant.path("/audit?limit=" + limit))
          .then()
          .statusCode(400)
          .body("errors.limit", equalTo("Must be an integer between 1 and 1000."));
    }
    tenant
        .as("owner")
        .get(tenant.path("/audit?before=1' OR '1'='1"))
        .then()
        .statusCode(400)
        .body("errors.before", equalTo("Must be the id of an audit record."));
  }

  @Test
  void recordsOfAnotherTenant_areNotThere() {
    Tenant other = Operator.newTenant();
    String foreign =
        other.as("owner").get(other.path("/audit")).then().extract().path("records[0].id");

    tenant
        .as("owner")
        .get(tenant.path("/audit?before=" + foreign))
        .then()
        .statusCode(200)
        .body("records", hasSize(0));
    tenant.as("owner").get(other.path("/audit")).then().statusCode(401);
    tenant.as("direct_access").get(tenant.path("/audit")).then().statusCode(403);
  }

  private void change(String value) {
    tenant
        .as("owner")
        .contentType("application/json")
        .body(
            "{\"default_flow_name\":\"standard\",\"default_flow_version\":\"HEAD\",\"site_name\":\""
                + tenant.application()
                + "\",\"user_entity_type\":\"user\",\"own\":\""
                + value
                + "\"}")
        .put(tenant.path("/settings"))
        .then()
        .statusCode(200);
  }
}
