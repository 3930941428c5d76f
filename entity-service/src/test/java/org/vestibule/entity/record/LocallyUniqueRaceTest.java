package org.vestibule.entity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.type.EntityType;
import org.vestibule.entity.type.TypeCatalogue;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

@QuarkusTest
class LocallyUniqueRaceTest extends ServiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int RECORDS = 40;
  private static final String TAG = "{\"tags\":[{\"key\":\"a\"}]}";

  @Inject TypeCatalogue catalogue;
  @Inject RecordService records;
  @Inject Pool pool;

  private final String type = newName();

  /** An application may have a hundred types. */
  @AfterEach
  void remove() {
    call("entityType.delete", "commit", "true");
  }

  @Test
  void sixteenWritersOfOneRecord_oneWins() {
    create("[\"locally-unique\"]");
    String uuid = record("{}");
    List<JsonNode> replies =
        together(
                16,
                i -> {
                  String key = i % 2 == 0 ? "é" : "É";
                  return call(
                      "entity.update",
                      "uuid",
                      uuid,
                      "attributes",
                      "{\"tags\":[{\"key\":\"" + key + "\"}]}");
                })
            .toList();
    assertThat(replies).filteredOn(it -> it.path("stat").asText().equals("ok")).hasSize(1);
    assertThat(replies).filteredOn(it -> it.path("code").asInt() == 361).hasSize(15);
    assertThat(tags(uuid)).hasSize(1);
  }

  /** As in a replica that hears of nothing: it goes on writing by what it knew before. */
  @ParameterizedTest
  @ValueSource(ints = {0, 150, 300, 450, 600, 750, 900})
  void writersThatDoNotKnowTheConstraint_neverBreakIt(int delay) {
    create("[]");
    List<String> uuids = IntStream.range(0, RECORDS).mapToObj(i -> record(TAG)).toList();
    EntityType stale = known();
    CompletableFuture<JsonNode> change = CompletableFuture.supplyAsync(this::constrain);
    pause(delay);
    long written = together(4, i -> writes(stale, uuids, i)).mapToLong(it -> it).sum();
    JsonNode answer = change.join();
    long broken = uuids.stream().filter(it -> tags(it).size() > 1).count();
    assertThat(broken).isEqualTo(written);
    if (answer.path("stat").asText().equals("ok")) {
      assertThat(broken).isZero();
      error(update(uuids.get(0)), 361, "unique_violation");
      assertThatThrownBy(() -> write(stale, uuids.get(1))).hasMessageContaining("changed");
    } else {
      error(answer, 361, "unique_violation");
      assertThat(answer.path("duplicate_count").asLong()).isPositive();
      pause(1_000);
      ok(update(uuids.get(0)));
    }
  }

  @Test
  void constraint_isKeptWhileItIsLookedAt_andShownOnlyWhenItHolds() {
    create("[]");
    String broken = record("{\"tags\":[{\"key\":\"a\"},{\"key\":\"a\"}]}");
    error(constrain(), 361, "unique_violation");
    assertThat(Json.write(shown())).doesNotContain("locally-unique");
    ok(call("entity.replace", "uuid", broken, "attributes", TAG));
    ok(constrain());
    assertThat(Json.write(shown())).contains("locally-unique");
    assertThat(one("SELECT wanted IS NULL AND fence = wanted_number AND fence > 0")).isTrue();
    error(update(broken), 361, "unique_violation");
  }

  /** Both are built or looked at before the change is made; the second one fails here. */
  @Test
  void changeThatFailsInTheEnd_leavesNothingToKeep() {
    create("[]");
    String uuid = record(TAG);
    record(TAG);
    error(
        call(
            "entityType.setAttributeConstraints",
            "attribute_name",
            "tags.key",
            "constraints",
            "[\"locally-unique\",\"unique\"]"),
        361,
        "unique_violation");
    assertThat(one("SELECT wanted IS NULL AND fence > 0")).isTrue();
    pause(1_000);
    ok(update(uuid));
  }

  /** Somebody who has passed holds the fence up for as long as his transaction lasts. */
  @Test
  void writersOnTheirWay_areWaitedFor_andHoldNobodyUpForLong() {
    create("[]");
    String uuid = record(TAG);
    long id = known().id();
    SqlConnection connection = pool.getConnection().await().atMost(LIMIT);
    try {
      run(connection, "BEGIN");
      run(connection, "SELECT pass_fence(%d, %d, 0)".formatted(id, (0x7E57_1BC1L << 32) + id));
      CompletableFuture<JsonNode> change = CompletableFuture.supplyAsync(this::constrain);
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        ok(
            call(
                "entity.update",
                "uuid",
                uuid,
                "attributes",
                "{\"tags\":[{\"key\":\"" + i + "\"}]}"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        pause(100);
      }
      assertThat(change).isNotDone();
      run(connection, "COMMIT");
      ok(change.join());
    } finally {
      connection.close().await().atMost(LIMIT);
    }
  }

  private static void run(SqlConnection connection, String sql) {
    connection.query(sql).execute().await().atMost(LIMIT);
  }

  private long writes(EntityType stale, List<String> uuids, int writer) {
    return IntStream.range(0, RECORDS)
        .filter(i -> i % 4 == writer)
        .filter(i -> isWritten(stale, uuids.get(i)))
        .count();
  }

  private boolean isWritten(EntityType stale, String uuid) {
    try {
      write(stale, uuid);
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private void write(EntityType stale, String uuid) {
    Selected selected = new Selected(Filter.byUuid(UUID.fromString(uuid)), Expected.ANYTHING);
    records
        .update(
            stale,
            stale.schema(),
            selected,
            (ObjectNode) Json.parse(TAG),
            CallContext.platform("test"))
        .await()
        .atMost(LIMIT);
  }

  private EntityType known() {
    return catalogue.require(FIRST.id(), type).await().atMost(LIMIT);
  }

  private void create(String constraints) {
    ok(
        call(
            "entityType.create",
            "attr_defs",
            "[{\"name\":\"tags\",\"type\":\"plural\",\"attr_defs\":[{\"name\":\"key\","
                + "\"type\":\"string\",\"case-sensitive\":false,\"constraints\":"
                + constraints
                + "}]}]"));
  }

  private JsonNode constrain() {
    return call(
        "entityType.setAttributeConstraints",
        "attribute_name",
        "tags.key",
        "constraints",
        "[\"locally-unique\"]");
  }

  private JsonNode shown() {
    return ok(call("entityType")).path("schema");
  }

  private JsonNode update(String uuid) {
    return call("entity.update", "uuid", uuid, "attributes", TAG);
  }

  private String record(String attributes) {
    return ok(call("entity.create", "attributes", attributes)).path("uuid").asText();
  }

  private JsonNode tags(String uuid) {
    return ok(call("entity", "uuid", uuid)).at("/result/tags");
  }

  private boolean one(String sql) {
    return pool.query(sql + " FROM entity_type WHERE name = '" + type + "'")
        .execute()
        .await()
        .atMost(LIMIT)
        .iterator()
        .next()
        .getBoolean(0);
  }

  private JsonNode call(String operation, String... parameters) {
    return owner.call(
        operation,
        Stream.concat(Stream.of("type_name", type), Stream.of(parameters)).toArray(String[]::new));
  }

  private static <T> Stream<T> together(int size, IntFunction<T> call) {
    ExecutorService callers = Executors.newFixedThreadPool(size);
    List<CompletableFuture<T>> calls =
        IntStream.range(0, size)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), callers))
            .toList();
    List<T> results = calls.stream().map(CompletableFuture::join).toList();
    callers.shutdown();
    return results.stream();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
