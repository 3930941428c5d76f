package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.InternalApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Settings;
import org.vestibule.entity.stack.TestApplication;
import org.vestibule.entity.stack.Tokens;

@QuarkusTest
class VersionsResourceTest extends ServiceTest {
  private static final String ATTRIBUTES =
      """
      [{"name":"name","type":"string"},{"name":"secret","type":"string"},
       {"name":"password","type":"password"},
       {"name":"home","type":"object","attr_defs":[
         {"name":"city","type":"string"},{"name":"zip","type":"string"}]},
       {"name":"tags","type":"plural","attr_defs":[{"name":"key","type":"string"}]}]
      """;

  private String type = "v" + newName();
  private CaptureApi api = owner;

  /** An application may have a hundred types. */
  @AfterEach
  void remove() {
    if (!type.equals("user")) {
      call("entityType.delete", "commit", "true");
    }
  }

  private void keep(TestApplication application, String versions) {
    api = CaptureApi.by(application.client("owner"));
    Settings.set(application, type + "_keep_versions", versions);
    ok(call("entityType.create", "attr_defs", ATTRIBUTES));
    awaitVersions(!versions.equals("0"));
  }

  /** The setting comes by an event. */
  private void awaitVersions(boolean kept) {
    for (int i = 0; i < 200; i++) {
      if (call("versions/entityType").path("stat").asText().equals("ok") == kept) {
        return;
      }
      pause(50);
    }
    throw new AssertionError("the setting did not arrive");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private JsonNode call(String operation, String... parameters) {
    return by(api, operation, parameters);
  }

  private JsonNode by(CaptureApi caller, String operation, String... parameters) {
    List<String> all = new ArrayList<>(List.of("type_name", type));
    all.addAll(List.of(parameters));
    return caller.call(operation, all.toArray(String[]::new));
  }

  private String created(String attributes) {
    return ok(call("entity.create", "attributes", attributes)).path("uuid").asText();
  }

  private void update(String uuid, String attributes) {
    ok(call("entity.update", "uuid", uuid, "attributes", attributes));
  }

  private List<String> times(String uuid) {
    JsonNode results = ok(call("versions/entity.list", "uuid", uuid)).path("results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(it -> it.path("timestamp").asText())
        .toList();
  }

  private JsonNode at(String uuid, String time) {
    return at(api, uuid, time);
  }

  private JsonNode at(CaptureApi caller, String uuid, String time) {
    return ok(by(caller, "versions/entity", "uuid", uuid, "timestamp", time)).path("result");
  }

  private JsonNode shown(String uuid) {
    return ok(call("entity", "uuid", uuid)).path("result");
  }

  @ParameterizedTest
  @EnumSource(TestApplication.class)
  void everyChange_isKept(TestApplication application) {
    keep(application, "10");
    String uuid = created("{\"name\":\"a\",\"tags\":[{\"key\":\"k\"}]}");
    List<JsonNode> states = new ArrayList<>(List.of(shown(uuid)));
    for (String change :
        List.of("{\"name\":\"b\"}", "{\"name\":\"b\"}", "{\"tags\":[{\"key\":\"l\"}]}")) {
      update(uuid, change);
      states.add(0, shown(uuid));
    }
    ok(call("entity.replace", "uuid", uuid, "attributes", "{\"name\":\"c\"}"));
    states.add(0, shown(uuid));
    assertThat(times(uuid))
        .isEqualTo(states.stream().map(it -> it.path("lastUpdated").asText()).toList());
    for (JsonNode state : states) {
      assertThat(at(uuid, state.path("lastUpdated").asText())).isEqualTo(state);
    }
    assertThat(at(uuid, "now")).isEqualTo(states.get(0));
    assertThat(at(uuid, "2999-01-01")).isEqualTo(states.get(0));
    assertThat(ok(call("versions/entity", "id", states.get(0).path("id").asText())).path("result"))
        .isEqualTo(states.get(0));
    for (String before : List.of("yesterday", "2000-01-01", "1/1/01")) {
      error(call("versions/entity", "uuid", uuid, "timestamp", before), 310, "record_not_found");
    }
  }

  @Test
  void newestVersions_stay() {
    keep(FIRST, "3");
    String uuid = created("{\"name\":\"0\"}");
    String first = times(uuid).get(0);
    for (int i = 1; i <= 2; i++) {
      update(uuid, "{\"name\":\"" + i + "\"}");
    }
    assertThat(at(uuid, first).path("name").asText()).isEqualTo("0");
    update(uuid, "{\"name\":\"3\"}");
    update(uuid, "{\"name\":\"4\"}");
    List<String> times = times(uuid);
    assertThat(times).hasSize(3);
    assertThat(times.stream().map(it -> at(uuid, it).path("name").asText()))
        .containsExactly("4", "3", "2");
    error(call("versions/entity", "uuid", uuid, "timestamp", first), 310, "record_not_found");
    assertThat(ok(call("versions/entity.list", "uuid", uuid, "max_results", "1")).path("results"))
        .hasSize(1);
  }

  @Test
  void oneVersion_isTheCurrentOne() {
    keep(FIRST, "1");
    String uuid = created("{\"name\":\"a\"}");
    String first = times(uuid).get(0);
    update(uuid, "{\"name\":\"b\"}");
    assertThat(times(uuid)).hasSize(1).doesNotContain(first);
    error(call("versions/entity", "uuid", uuid, "timestamp", first), 310, "record_not_found");
    assertThat(at(uuid, "now").path("name").asText()).isEqualTo("b");
  }

  @Test
  void bulkAndAdoption_areKept() {
    keep(SECOND, "10");
    JsonNode both =
        ok(
            call(
                "entity.bulkCreate",
                "all_attributes",
                "[{\"tags\":[{\"key\":\"k\"}]},{\"name\":\"taker\"}]"));
    String giver = both.path("uuid_results").path(0).asText();
    String taker = both.path("uuid_results").path(1).asText();
    String element = shown(giver).path("tags").path(0).path("id").asText();
    String id = both.path("results").path(1).asText();
    ok(call("entity.adopt", "id", id, "attribute_name", "tags", "child_id", element));
    for (String uuid : List.of(giver, taker)) {
      assertThat(times(uuid)).hasSize(2);
    }
    assertThat(at(giver, times(giver).get(1)).path("tags")).hasSize(1);
    assertThat(at(taker, times(taker).get(1)).path("tags")).isEmpty();
    assertThat(at(taker, "now").path("tags")).hasSize(1);
    ok(call("entity.delete", "uuid", taker, "attribute_name", "tags#" + element));
    assertThat(at(taker, times(taker).get(1)).path("tags")).hasSize(1);
  }

  @Test
  void withoutASetting_nothingIsKeptAndNothingAnswered() {
    keep(FIRST, "0");
    String uuid = created("{\"name\":\"a\"}");
    update(uuid, "{\"name\":\"b\"}");
    for (String operation : List.of("entity", "entity.list", "entityType")) {
      error(call("versions/" + operation, "uuid", uuid), 480, "api_feature_disabled");
    }
    error(call("versions/entity", "uuid", "nonsense"), 200, "invalid_argument");
    Settings.set(FIRST, type + "_keep_versions", "5");
    awaitVersions(true);
    assertThat(times(uuid)).hasSize(1);
    update(uuid, "{\"name\":\"c\"}");
    assertThat(at(uuid, times(uuid).get(1)).path("name").asText()).isEqualTo("b");
  }

  @Test
  void timeInWhichNothingWasKept_isNotInvented() {
    keep(FIRST, "9");
    String uuid = created("{\"name\":\"a\"}");
    update(uuid, "{\"name\":\"b\"}");
    List<String> kept = times(uuid);
    Settings.set(FIRST, type + "_keep_versions", "0");
    awaitVersions(false);
    update(uuid, "{\"name\":\"c\"}");
    String unkept = shown(uuid).path("lastUpdated").asText();
    update(uuid, "{\"name\":\"d\"}");
    Settings.set(FIRST, type + "_keep_versions", "9");
    awaitVersions(true);
    assertThat(at(uuid, kept.get(1)).path("name").asText()).isEqualTo("a");
    error(call("versions/entity", "uuid", uuid, "timestamp", kept.get(0)), 310, "record_not_found");
    error(call("versions/entity", "uuid", uuid, "timestamp", unkept), 310, "record_not_found");
    assertThat(at(uuid, "now").path("name").asText()).isEqualTo("d");
  }

  @Test
  void removal_erasesVersions() {
    keep(FIRST, "9");
    String deleted = created("{\"name\":\"a\"}");
    String purged = created("{\"name\":\"a\"}");
    String filtered = created("{\"name\":\"filtered\"}");
    for (String uuid : List.of(deleted, purged, filtered)) {
      update(uuid, "{\"secret\":\"s\"}");
    }
    String first = times(purged).get(1);
    ok(call("entity.delete", "uuid", deleted));
    ok(call("entity.bulkDelete", "filter", "name = 'filtered'", "commit", "true"));
    ok(call("entity.purge", "commit", "true"));
    for (String uuid : List.of(deleted, purged, filtered)) {
      error(call("versions/entity.list", "uuid", uuid), 310, "record_not_found");
      error(call("versions/entity", "uuid", uuid, "timestamp", first), 310, "record_not_found");
    }
    ok(call("entityType.delete", "commit", "true"));
    error(call("versions/entityType"), 222, "unknown_entity_type");
    ok(call("entityType.create", "attr_defs", "[{\"name\":\"other\",\"type\":\"string\"}]"));
    error(call("versions/entity", "uuid", purged, "timestamp", first), 310, "record_not_found");
    error(call("versions/entityType", "timestamp", first), 310, "record_not_found");
  }

  @Test
  void schemas_areKept() {
    keep(FIRST, "5");
    String uuid = created("{\"name\":\"a\",\"secret\":\"s\"}");
    String before = times(uuid).get(0);
    update(uuid, "{\"name\":\"b\"}");
    ok(call("entityType.removeAttribute", "attribute_name", "secret"));
    ok(call("entityType.renameAttribute", "source_name", "name", "target_name", "title"));
    ok(call("entityType.addAttribute", "attr_def", "{\"name\":\"late\",\"type\":\"string\"}"));
    ok(call("entityType.setPasswordSettings", "settings", "{\"historySize\":2}"));
    JsonNode then = ok(call("versions/entityType", "timestamp", before)).path("schema");
    assertThat(then.path("name").asText()).isEqualTo(type);
    assertThat(then.path("attr_defs").findValuesAsText("name"))
        .contains("name", "secret", "home", "city", "tags")
        .doesNotContain("title", "late");
    assertThat(then.toString()).doesNotContain("historySize").doesNotContain("~");
    assertThat(ok(call("versions/entityType")).path("schema"))
        .isEqualTo(ok(call("entityType")).path("schema"));
    JsonNode old =
        ok(call("versions/entity", "uuid", uuid, "timestamp", before, "include_schema", "true"));
    assertThat(old.path("schema")).isEqualTo(then);
    assertThat(old.path("result").path("name").asText()).isEqualTo("a");
    assertThat(old.path("result").path("secret").asText()).isEqualTo("s");
    assertThat(old.path("result").has("late")).isFalse();
    JsonNode now = ok(call("versions/entity", "uuid", uuid));
    assertThat(now.has("schema")).isFalse();
    assertThat(now.path("result")).isEqualTo(shown(uuid));
    error(call("versions/entityType", "timestamp", "2020-01-01"), 310, "record_not_found");
  }

  @Test
  void newAttributeInTheOldPlace_doesNotShowOldValues() {
    keep(FIRST, "5");
    CaptureApi reader = CaptureApi.by(FIRST.client("direct_read_access"));
    allow("[\"name\",\"home.city\"]");
    String uuid =
        created("{\"name\":\"a\",\"secret\":\"s\",\"home\":{\"city\":\"c\",\"zip\":\"z\"}}");
    String before = times(uuid).get(0);
    update(uuid, "{\"name\":\"b\"}");
    JsonNode seen = at(reader, uuid, before);
    assertThat(seen.has("id") && seen.has("uuid") && seen.has("created")).isTrue();
    assertThat(seen.path("name").asText()).isEqualTo("a");
    assertThat(seen.path("home").toString()).isEqualTo("{\"city\":\"c\"}");
    assertThat(seen.has("secret") || seen.has("tags") || seen.has("password")).isFalse();
    for (String gone : List.of("secret", "name")) {
      ok(call("entityType.removeAttribute", "attribute_name", gone));
    }
    assertThat(at(reader, uuid, before).toString()).doesNotContain("secret").doesNotContain("name");
    ok(call("entityType.addAttribute", "attr_def", "{\"name\":\"secret\",\"type\":\"string\"}"));
    ok(call("entityType.renameAttribute", "source_name", "home", "target_name", "name"));
    allow("[\"secret\",\"name\"]");
    seen = at(reader, uuid, before);
    assertThat(seen.has("secret")).isFalse();
    // What is now called so is the home, which the reader may see, by the name of its time.
    assertThat(seen.path("home").toString()).isEqualTo("{\"city\":\"c\",\"zip\":\"z\"}");
    assertThat(seen.has("name")).isFalse();
    assertThat(at(uuid, before).path("secret").asText()).isEqualTo("s");
    allow("[]");
    assertThat(at(reader, uuid, before)).hasSize(4);
  }

  private void allow(String attributes) {
    ok(
        call(
            "entityType.setAccessSchema",
            "for_client_id",
            FIRST.client("direct_read_access").id(),
            "access_type",
            "read",
            "attributes",
            attributes));
  }

  @Test
  void hashes_areNeitherKeptNorShown() {
    keep(FIRST, "5");
    String uuid = created("{\"password\":\"Test.123456\"}");
    String first = times(uuid).get(0);
    assertThat(shown(uuid).path("password").has("value")).isTrue();
    update(uuid, "{\"password\":\"Test.654321\"}");
    for (String time : List.of(first, "now")) {
      assertThat(at(uuid, time).path("password").toString())
          .isEqualTo("{\"type\":\"password-argon2id\"}");
    }
  }

  @Test
  void onlyWhoReadsRecords_readsVersions() {
    keep(FIRST, "5");
    String uuid = created("{\"name\":\"a\"}");
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, person()));
    for (String operation : List.of("entity", "entity.list", "entityType")) {
      for (String feature : List.of("owner", "direct_access", "direct_read_access")) {
        CaptureApi reader = CaptureApi.by(FIRST.client(feature));
        ok(by(reader, "versions/" + operation, "uuid", uuid));
      }
      for (String feature : List.of("access_issuer", "login_client")) {
        CaptureApi other = CaptureApi.by(FIRST.client(feature));
        error(by(other, "versions/" + operation, "uuid", uuid), 403, "client_permission_error");
      }
      error(by(token, "versions/" + operation, "uuid", uuid), 403, "client_permission_error");
    }
  }

  @Test
  void strangers_seeNothing() {
    keep(FIRST, "5");
    String uuid = created("{\"name\":\"a\"}");
    String id = shown(uuid).path("id").asText();
    CaptureApi stranger = CaptureApi.by(SECOND.client("owner"));
    error(by(stranger, "versions/entity", "uuid", uuid), 222, "unknown_entity_type");
    Settings.set(SECOND, type + "_keep_versions", "5");
    ok(by(stranger, "entityType.create", "attr_defs", ATTRIBUTES));
    awaitSecond(stranger);
    error(by(stranger, "versions/entity", "uuid", uuid), 310, "record_not_found");
    error(by(stranger, "versions/entity.list", "uuid", uuid), 310, "record_not_found");
    error(by(stranger, "versions/entity", "id", id), 310, "record_not_found");
    error(
        by(stranger, "versions/entity", "uuid", uuid, "application_id", FIRST.id()),
        221,
        "unknown_application");
  }

  private void awaitSecond(CaptureApi stranger) {
    api = stranger;
    awaitVersions(true);
  }

  @Test
  void wrongArguments_areRefused() {
    keep(FIRST, "5");
    String uuid = created("{\"name\":\"a\"}");
    for (String operation : List.of("versions/entity", "versions/entity.list")) {
      error(call(operation), 100, "missing_argument");
      error(call(operation, "uuid", "zzz"), 200, "invalid_argument");
      error(call(operation, "id", "1 OR 1=1"), 200, "invalid_argument");
      error(call(operation, "uuid", uuid, "id", "1"), 201, "duplicate_argument");
      error(call(operation, "id", "999999999999999999"), 310, "record_not_found");
    }
    for (String time : List.of("soon", "'; DROP TABLE record_1", "99999-01-01", "31/31/2026")) {
      JsonNode refused =
          error(call("versions/entity", "uuid", uuid, "timestamp", time), 200, "invalid_argument");
      assertThat(refused.path("argument_name").asText()).isEqualTo("timestamp");
      error(call("versions/entityType", "timestamp", time), 200, "invalid_argument");
    }
    for (String number : List.of("0", "1001", "-1", "ten")) {
      error(
          call("versions/entity.list", "uuid", uuid, "max_results", number),
          200,
          "invalid_argument");
    }
    error(
        call("versions/entity", "uuid", uuid, "include_schema", "perhaps"),
        200,
        "invalid_argument");
    error(
        owner.call("versions/entity", "type_name", "nope", "uuid", uuid),
        222,
        "unknown_entity_type");
  }

  @Test
  void sixteenWriters_leaveNoGap() {
    keep(FIRST, "1000");
    String uuid = created("{\"name\":\"-\"}");
    ExecutorService writers = Executors.newFixedThreadPool(16);
    List<CompletableFuture<Void>> calls =
        IntStream.range(0, 48)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> update(uuid, "{\"name\":\"" + i + "\"}"), writers))
            .toList();
    calls.forEach(CompletableFuture::join);
    writers.shutdown();
    JsonNode results =
        ok(call("versions/entity.list", "uuid", uuid, "max_results", "1000")).path("results");
    assertThat(results).hasSize(49);
    List<String> names =
        StreamSupport.stream(results.spliterator(), false)
            .map(it -> at(uuid, it.path("timestamp").asText()).path("name").asText())
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(49);
  }

  @Test
  void signIns_areKeptAndDoNotHinderEachOther() {
    type = "user";
    api = CaptureApi.by(SECOND.client("owner"));
    Settings.set(SECOND, "user_keep_versions", "1000");
    awaitVersions(true);
    InternalApi second = new InternalApi(SECOND);
    String email = email();
    String client = SECOND.client("login_client").id();
    String body = "{\"email\":\"" + email + "\",\"password\":\"Test.123456\"}";
    String uuid = second.register(body, client).path("record").path("uuid").asText();
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<CompletableFuture<JsonNode>> calls =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> second.check(email, "Test.123456", client, true), people))
            .toList();
    List<JsonNode> replies = calls.stream().map(CompletableFuture::join).toList();
    people.shutdown();
    Settings.set(SECOND, "user_keep_versions", "0");
    assertThat(replies).allMatch(it -> it.path("outcome").asText().equals("match"));
    Settings.set(SECOND, "user_keep_versions", "1000");
    awaitVersions(true);
    assertThat(times(uuid)).hasSize(9);
    Settings.set(SECOND, "user_keep_versions", "0");
    awaitVersions(false);
  }
}
