package org.vestibule.entity.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.CreationTokens;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.json.Json;

/**
 * Each row of the error tables (entity.md 3, authentication.md 4) that this family can produce is
 * provoked; no reply tells a secret that was sent along.
 */
@QuarkusTest
class ErrorTableResourceTest extends ServiceTest {
  private static final String SECRET = "Sesame-0pen.77";

  /** Codes of other families, and those that nothing provokes: see {@link #NEVER}. */
  private static final Set<Integer> OTHERS =
      Set.of(210, 211, 212, 213, 226, 380, 390, 415, 416, 420);

  /** 300 is a catch-all that always has a closer code, 500 a fault of ours, 540 a hook of flows. */
  private static final Set<Integer> NEVER = Set.of(300, 500, 540);

  /** An operation that does not exist is answered by auth-service; see its own table. */
  private static final Set<Integer> ELSEWHERE = Set.of(404);

  @Inject Pool pool;

  private final String type = "e" + newName();
  private final Map<Integer, Supplier<JsonNode>> cases = new LinkedHashMap<>();

  @BeforeEach
  void createType() {
    ok(
        owner.call(
            "entityType.create",
            "type_name",
            type,
            "attr_defs",
            "[{\"name\":\"name\",\"type\":\"string\",\"constraints\":[\"unique\"]},"
                + "{\"name\":\"address\",\"type\":\"ipAddress\"},"
                + "{\"name\":\"password\",\"type\":\"password\"}]"));
  }

  @AfterEach
  void removeType() {
    ok(owner.call("entityType.delete", "type_name", type, "commit", "true"));
  }

  @Test
  void everyCodeOfTheFamily_isProvoked() {
    arguments();
    callers();
    types();
    values();
    records();
    Set<Integer> expected = new TreeSet<>();
    for (CaptureCode code : CaptureCode.values()) {
      expected.add(code.code());
    }
    expected.removeAll(OTHERS);
    expected.removeAll(NEVER);
    expected.removeAll(ELSEWHERE);
    assertThat(new TreeSet<>(cases.keySet())).isEqualTo(expected);
    cases.forEach(ErrorTableResourceTest::check);
  }

  private static void check(int code, Supplier<JsonNode> provocation) {
    JsonNode reply = provocation.get();
    error(reply, code, nameOf(code));
    assertThat(reply.toString())
        .doesNotContain(SECRET)
        .doesNotContain(FIRST.client("owner").secret())
        .doesNotContain("Exception")
        .doesNotContain("org.")
        .doesNotContain("SELECT")
        .doesNotContainPattern("record_[0-9]");
  }

  private static String nameOf(int code) {
    return code == 403
        ? "client_permission_error"
        : List.of(CaptureCode.values()).stream()
            .filter(it -> it.code() == code)
            .findFirst()
            .orElseThrow()
            .error();
  }

  private JsonNode of(String operation, String... parameters) {
    return of(owner, operation, parameters);
  }

  /** Every call carries what must not come back. */
  private JsonNode of(CaptureApi caller, String operation, String... parameters) {
    String[] all = java.util.Arrays.copyOf(parameters, parameters.length + 4);
    all[parameters.length] = "client_secret";
    all[parameters.length + 1] = FIRST.client("owner").secret();
    all[parameters.length + 2] = "comment";
    all[parameters.length + 3] = SECRET;
    return caller.call(operation, all);
  }

  private JsonNode ofType(String operation, String... parameters) {
    String[] all = java.util.Arrays.copyOf(parameters, parameters.length + 2);
    all[parameters.length] = "type_name";
    all[parameters.length + 1] = type;
    return of(operation, all);
  }

  private void arguments() {
    cases.put(100, () -> of("entity.create"));
    cases.put(200, () -> of("entity.create", "attributes", "{\"password\":\"" + SECRET));
    cases.put(201, () -> of("entity", "uuid", person(), "id", "1"));
    cases.put(485, () -> of("entity.find", "filter", "email contains '" + SECRET + "'"));
    cases.put(480, () -> of("versions/entityType"));
  }

  private void callers() {
    String uuid = person();
    cases.put(205, () -> of(new CaptureApi(FIRST, "Digest " + SECRET), "entity"));
    cases.put(221, () -> of("entity", "application_id", SECOND.id()));
    cases.put(
        402,
        () ->
            new CaptureApi(FIRST, "")
                .call("entity", "client_id", FIRST.client("owner").id(), "client_secret", SECRET));
    cases.put(403, () -> of(CaptureApi.by(FIRST.client("login_client")), "entity"));
    cases.put(413, () -> of(CaptureApi.byToken(FIRST, SECRET), "entity"));
    cases.put(
        414, () -> of(CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid, "expired")), "entity"));
    cases.put(
        417,
        () ->
            of(
                "entity.create",
                "creation_token",
                CreationTokens.issue(FIRST, "user", "expired"),
                "attributes",
                "{}"));
    cases.put(
        224,
        () ->
            Json.parse(
                RestAssured.given()
                    .header("Host", "unknown.example.com")
                    .header("Authorization", owner.authorization())
                    .post("/entity")
                    .asByteArray()));
  }

  private void types() {
    String attribute = "{\"name\":\"name\",\"type\":\"string\"}";
    cases.put(222, () -> of("entityType", "type_name", "nope"));
    cases.put(223, () -> ofType("entity.create", "attributes", "{\"nope\":\"" + SECRET + "\"}"));
    cases.put(232, () -> ofType("entityType.create", "attr_defs", "[]"));
    cases.put(233, () -> ofType("entityType.addAttribute", "attr_def", attribute));
    cases.put(234, () -> ofType("entityType.removeAttribute", "attribute_name", "uuid"));
  }

  private void values() {
    cases.put(320, () -> ofType("entity.create", "attributes", "{\"id\":1}"));
    cases.put(340, () -> ofType("entity.create", "attributes", "{\"address\":\"" + SECRET + "\"}"));
    cases.put(341, () -> ofType("entity.create", "attributes", "{\"name\":[\"" + SECRET + "\"]}"));
    cases.put(342, () -> of("entity.create", "attributes", "{\"birthday\":\"" + SECRET + "\"}"));
    cases.put(
        360, () -> of("entity.create", "attributes", "{\"givenName\":\"" + SECRET + "\\u0007\"}"));
    cases.put(362, () -> of("entity.create", "attributes", "{\"clients\":[{}]}"));
    cases.put(
        363, () -> of("entity.create", "attributes", "{\"gender\":\"" + SECRET.repeat(9) + "\"}"));
    cases.put(361, this::taken);
    cases.put(352, this::usedBefore);
  }

  private JsonNode taken() {
    ok(ofType("entity.create", "attributes", "{\"name\":\"" + SECRET + "\"}"));
    return ofType("entity.create", "attributes", "{\"name\":\"" + SECRET + "\"}");
  }

  private JsonNode usedBefore() {
    ok(ofType("entityType.setPasswordSettings", "settings", "{\"historySize\":2}"));
    String attributes = "{\"password\":\"" + SECRET + "\"}";
    String uuid = ok(ofType("entity.create", "attributes", attributes)).path("uuid").asText();
    return ofType("entity.update", "uuid", uuid, "attributes", attributes);
  }

  private void records() {
    cases.put(310, () -> of("entity", "id", "999999999"));
    cases.put(330, () -> of("entity", "uuid", person(), "lastUpdated", "2001-01-01"));
    cases.put(350, () -> checked(person(), 1));
    cases.put(510, () -> checked(person(), 7));
    cases.put(504, this::slow);
  }

  private JsonNode checked(String uuid, int times) {
    JsonNode reply = null;
    for (int i = 0; i < times; i++) {
      reply =
          of("entity", "uuid", uuid, "password_attribute", "password", "password_value", SECRET);
    }
    return reply;
  }

  /** Somebody holds the table for longer than the caller waits. */
  private JsonNode slow() {
    AtomicReference<JsonNode> reply = new AtomicReference<>();
    String lock = "LOCK TABLE record_%d IN ACCESS EXCLUSIVE MODE".formatted(typeId());
    pool.withTransaction(
            connection ->
                connection
                    .query(lock)
                    .execute()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(locked -> reply.set(ofType("entity.count", "timeout", "1"))))
        .await()
        .atMost(Duration.ofSeconds(20));
    return reply.get();
  }

  private long typeId() {
    return pool.query("SELECT id FROM entity_type WHERE name = '" + type + "'")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(5))
        .iterator()
        .next()
        .getLong(0);
  }
}
