package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

@QuarkusTest
class SearchResourceTest extends ServiceTest {
  @Inject Pool pool;
  private String mark;

  @BeforeEach
  void people() {
    mark = email();
    person("Ann", "1990-02-28", "{\"status\":true}");
    person("Bob", "1985-01-01", "{\"status\":false}");
    person("Cleo", null, "null");
  }

  private void person(String name, String birthday, String optIn) {
    ok(
        direct.create(
            "{\"aboutMe\":\"%s\",\"givenName\":\"%s\",\"birthday\":%s,\"optIn\":%s,\"photos\":[{\"type\":\"%s\"}]}"
                .formatted(mark, name, Json.write(birthday), optIn, name)));
  }

  private JsonNode find(String filter, String... more) {
    String[] parameters = new String[more.length + 2];
    parameters[0] = "filter";
    parameters[1] = "aboutMe = '" + mark + "' and (" + filter + ")";
    System.arraycopy(more, 0, parameters, 2, more.length);
    return direct.call("entity.find", parameters);
  }

  private List<String> names(String filter, String... more) {
    return ok(find(filter, more)).path("results").findValuesAsText("givenName");
  }

  @Test
  void filters_findWhatTheySay() {
    assertThat(names("givenName = 'ANN'")).containsExactly("Ann");
    assertThat(names("givenName != 'ann'")).containsExactly("Bob", "Cleo");
    assertThat(names("birthday > '12/31/1989'")).containsExactly("Ann");
    assertThat(names("birthday is null")).containsExactly("Cleo");
    assertThat(names("not (birthday = '1990-02-28')")).containsExactly("Bob");
    assertThat(names("optIn.status")).containsExactly("Ann");
    assertThat(names("optIn is null")).containsExactly("Cleo");
    assertThat(names("photos.type = 'Bob'")).containsExactly("Bob");
    assertThat(names("photos.type = 'bob'")).isEmpty();
    assertThat(names("clients is not null")).isEmpty();
    assertThat(names("password is null and created > 'yesterday'")).hasSize(3);
    assertThat(names("created = lastUpdated and id > 0")).hasSize(3);
    assertThat(names("lastUpdated < created or givenName > 'b'")).containsExactly("Bob", "Cleo");
  }

  @Test
  void pages_areCutAndSorted() {
    assertThat(names("true", "sort_on", "[\"-id\"]")).containsExactly("Cleo", "Bob", "Ann");
    assertThat(names("true", "sort_on", "birthday")).containsExactly("Bob", "Ann", "Cleo");
    assertThat(names("true", "sort_on", "-givenName,id")).containsExactly("Cleo", "Bob", "Ann");
    assertThat(names("true", "max_results", "1", "first_result", "1")).containsExactly("Bob");
    JsonNode counted = ok(find("true", "show_total_count", "true", "max_results", "2"));
    assertThat(counted.path("result_count").asInt()).isEqualTo(2);
    assertThat(counted.path("total_count").asInt()).isEqualTo(3);
    assertThat(ok(find("true")).has("total_count")).isFalse();
    assertThat(ok(find("false")).path("results")).isEmpty();
    assertThat(names("true", "timeout", "120", "sort_on", "[]")).hasSize(3);
  }

  @Test
  void attributes_limitTheRecords() {
    JsonNode reply = ok(find("givenName = 'Ann'", "attributes", "[\"givenName\",\"photos.type\"]"));
    assertThat(Json.write(reply.path("results")))
        .isEqualTo("[{\"givenName\":\"Ann\",\"photos\":[{\"type\":\"Ann\"}]}]");
  }

  @Test
  void count_countsOnly() {
    JsonNode reply = ok(direct.call("entity.count", "filter", "aboutMe = '" + mark + "'"));
    assertThat(reply.path("total_count").asInt()).isEqualTo(3);
    JsonNode unknown =
        error(direct.call("entity.count", "filter", "nope = 1"), 200, "invalid_argument");
    assertThat(unknown.path("argument_name").asText()).isEqualTo("filter");
    assertThat(unknown.path("error_description").asText())
        .isEqualTo("filter was not valid for the following reason: Unknown attribute (nope)");
  }

  @Test
  void wrongArguments_areRefused() {
    error(find("true", "max_results", "10001"), 200, "invalid_argument");
    error(find("true", "max_results", "0"), 200, "invalid_argument");
    error(find("true", "first_result", "-1"), 200, "invalid_argument");
    error(find("true", "sort_on", "[\"nope\"]"), 223, "unknown_attribute");
    error(find("true", "sort_on", "[\"photos\"]"), 200, "invalid_argument");
    error(find("true", "attributes", "[\"nope\"]"), 223, "unknown_attribute");
    error(find("true", "attributes", "x"), 200, "invalid_argument");
    error(find("email contains 'x'"), 485, "unsupported_operator");
    error(find("nope = 1"), 200, "invalid_argument");
    error(direct.call("entity.find", "type_name", ""), 100, "missing_argument");
  }

  @Test
  void slowSearch_endsAtItsTimeout() {
    String table = "record_" + typeId();
    pool.withTransaction(
            connection ->
                connection
                    .query("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE")
                    .execute()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(locked -> countWithinASecond())
                    .invoke(reply -> error(reply, 504, "timeout")))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private JsonNode countWithinASecond() {
    return direct.call("entity.count", "timeout", "1");
  }

  @Test
  void connections_haveTheDefaultTimeout() {
    String limit =
        pool.query("SHOW statement_timeout")
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator()
            .next()
            .getString(0);
    assertThat(limit).isEqualTo("10s");
  }

  private long typeId() {
    return pool.query("SELECT id FROM entity_type WHERE application_id = '" + FIRST.id() + "'")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getLong(0);
  }
}
