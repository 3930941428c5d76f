package org.vestibule.entity.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.TestConfig;

@QuarkusTest
class ProgressResourceTest extends ServiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject Pool pool;

  @Test
  void changesUnderWay_areToldWithTheirShare() {
    String type = newName();
    ok(
        owner.call(
            "entityType.create",
            "type_name",
            type,
            "attr_defs",
            "[{\"name\":\"kept\",\"type\":\"string\"},{\"name\":\"gone\",\"type\":\"string\"}]"));
    ok(owner.call("entity.create", "type_name", type, "attributes", "{\"kept\":\"k\"}"));
    ok(owner.call("entityType.removeAttribute", "type_name", type, "attribute_name", "gone"));
    execute(
        "INSERT INTO attribute_index (type_id, attribute_id, path, kind, state) SELECT id, 77,"
            + " '/kept', 'query', 'building' FROM entity_type WHERE name = '"
            + type
            + "'");

    List<JsonNode> changes = changes(type);

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).path("work").asText()).startsWith("bringing rows to version 2");
    assertThat(changes.get(0).path("done").asLong()).isZero();
    assertThat(changes.get(0).path("total").asLong()).isPositive();
    assertThat(changes.get(1).path("work").asText())
        .isEqualTo("building the index on /kept: waiting");
    execute("DELETE FROM attribute_index WHERE attribute_id = 77");
    execute("DELETE FROM schema_upkeep");
    assertThat(changes(type)).isEmpty();
  }

  @Test
  void services_areNotTold() {
    get("auth").then().statusCode(404);
    given().get("/internal/changes").then().statusCode(404);
  }

  private static List<JsonNode> changes(String type) {
    List<JsonNode> ofType = new ArrayList<>();
    Json.parse(get("operator").then().statusCode(200).extract().asByteArray())
        .path("changes")
        .forEach(
            it -> {
              if (it.path("type").asText().equals(type)) {
                ofType.add(it);
              }
            });
    return ofType;
  }

  private static Response get(String caller) {
    return given()
        .header("Authorization", "Bearer " + TestConfig.token(caller, "entity"))
        .get("/internal/changes");
  }

  private void execute(String statement) {
    pool.query(statement).execute().await().atMost(LIMIT);
  }
}
