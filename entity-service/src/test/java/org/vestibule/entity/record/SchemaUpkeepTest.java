package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;

@QuarkusTest
class SchemaUpkeepTest extends ServiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject Pool pool;

  @Test
  void rows_areBroughtForward_untilNoneHoldsWhatWasRemoved() throws InterruptedException {
    String type = newName();
    ok(
        owner.call(
            "entityType.create",
            "type_name",
            type,
            "attr_defs",
            "[{\"name\":\"kept\",\"type\":\"string\"},{\"name\":\"gone\",\"type\":\"string\"}]"));
    String uuid =
        ok(owner.call(
                "entity.create",
                "type_name",
                type,
                "attributes",
                "{\"kept\":\"k\",\"gone\":\"g\"}"))
            .path("uuid")
            .asText();
    String before = updated(type, uuid);
    ok(owner.call("entityType.removeAttribute", "type_name", type, "attribute_name", "gone"));
    Row stored = one("SELECT id, version FROM entity_type WHERE name = '" + type + "'");
    String table = "record_" + stored.getLong(0);
    assertThat(doc(table)).contains("\"gone\"");

    query("UPDATE schema_upkeep SET not_before = now()");
    await(
        "SELECT NOT EXISTS (SELECT FROM schema_upkeep WHERE type_id = " + stored.getLong(0) + ")");

    assertThat(doc(table)).contains("\"kept\"").doesNotContain("\"gone\"");
    assertThat(one("SELECT schema_version FROM " + table).getInteger(0))
        .isEqualTo(stored.getInteger(1));
    assertThat(query("SELECT FROM retired_key WHERE type_id = " + stored.getLong(0)).size())
        .isZero();
    assertThat(updated(type, uuid)).isEqualTo(before);
  }

  @Test
  void namesOfValuesThatVersionsHold_areNotUsedAgain() throws InterruptedException {
    String type = newName();
    ok(
        owner.call(
            "entityType.create",
            "type_name",
            type,
            "attr_defs",
            "[{\"name\":\"kept\",\"type\":\"string\"},{\"name\":\"gone\",\"type\":\"string\"}]"));
    ok(owner.call("entityType.removeAttribute", "type_name", type, "attribute_name", "gone"));
    Row stored = one("SELECT id, version FROM entity_type WHERE name = '" + type + "'");
    ok(owner.call("entity.create", "type_name", type, "attributes", "{\"kept\":\"k\"}"));
    query(
        "INSERT INTO version_%1$d SELECT id, created, now(), doc FROM record_%1$d"
            .formatted(stored.getLong(0)));
    query("UPDATE schema_upkeep SET not_before = now()");
    await(
        "SELECT NOT EXISTS (SELECT FROM schema_upkeep WHERE type_id = " + stored.getLong(0) + ")");
    assertThat(query("SELECT FROM retired_key WHERE type_id = " + stored.getLong(0)).size())
        .isEqualTo(1);
  }

  private String updated(String type, String uuid) {
    return ok(owner.call("entity", "type_name", type, "uuid", uuid))
        .path("result")
        .path("lastUpdated")
        .asText();
  }

  private String doc(String table) {
    return one("SELECT doc::text FROM " + table).getString(0);
  }

  private void await(String condition) throws InterruptedException {
    for (int i = 0; i < 300 && !one(condition).getBoolean(0); i++) {
      Thread.sleep(100);
    }
    assertThat(one(condition).getBoolean(0)).isTrue();
  }

  private Row one(String sql) {
    return query(sql).iterator().next();
  }

  private RowSet<Row> query(String sql) {
    return pool.query(sql).execute().await().atMost(LIMIT);
  }
}
