package org.vestibule.entity.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;

@QuarkusTest
class RehearsalResourceTest extends ServiceTest {
  private static final String MD5 =
      "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";

  private final Imports imports = Imports.of(FIRST);

  @Inject Pool pool;

  /** Whatever an import finds, a rehearsal before it says in the same words. */
  @Test
  void whatWouldBeRejected_isToldAsTheImportTellsIt() {
    JsonNode present = direct.byUuid(person());
    String identifier = newName();
    ok(direct.create(profile(email(), identifier)));
    String first = email();
    String own = newName();
    String[] lines = {
      record(first),
      record(present.path("email").asText().toUpperCase(Locale.ROOT)),
      record(first),
      profile(email(), identifier),
      profile(email(), own),
      profile(email(), own),
      "{\"uuid\":\"" + present.path("uuid").asText() + "\"}",
      "{\"id\":" + present.path("id").asText() + "}",
      "{\"roles\":[{\"id\":8,\"display\":\"a\"},{\"id\":9,\"display\":\"a\"}]}",
      "{\"gender\":5}",
      "{\"a\":",
      "{\"password\":\"Test.123\"}",
      "{\"password\":" + MD5 + "}",
      "{}",
    };
    JsonNode foretold = imports.rehearse(false, lines);
    assertThat(foretold.path("rejections").findValuesAsText("index"))
        .containsExactly("1", "2", "3", "5", "6", "7", "8", "9", "10", "11");
    JsonNode outcome = imports.take(imports.begin(), 0, lines);
    assertThat(foretold).isEqualTo(outcome);
  }

  @Test
  void nothing_isWritten() {
    String name = newName();
    String[] lines =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"displayName\":\"" + name + "\",\"email\":\"" + i + email() + "\"}")
            .toArray(String[]::new);
    lines[7] = "{\"id\":900000000000,\"displayName\":\"" + name + "\"}";
    lines[8] = profile(email(), newName());
    List<Object> before = everything();
    assertThat(imports.rehearse(false, lines).toString())
        .isEqualTo("{\"repeated\":false,\"stored\":1000,\"rejections\":[]}");
    assertThat(everything()).isEqualTo(before);
    assertThat(
            direct
                .call("entity.count", "filter", "displayName = '" + name + "'")
                .path("total_count")
                .asInt())
        .isZero();
    String run = imports.begin();
    assertThat(imports.take(run, 0, lines[8]).path("stored").asInt()).isEqualTo(1);
  }

  @Test
  void valuesOfRecordsThatAreInTheWayOfStoredOnes_areFree() {
    String identifier = newName();
    ok(direct.create(profile(email(), identifier)));
    String email = email();
    JsonNode outcome =
        imports.rehearse(false, profile(email, identifier), record(email), record(email));
    assertThat(outcome.path("rejections").findValuesAsText("index")).containsExactly("0", "2");
  }

  @Test
  void plainPasswords_areCheckedAndNotHashed() {
    String[] lines =
        IntStream.range(0, 500).mapToObj(i -> "{\"password\":\"Test.123\"}").toArray(String[]::new);
    lines[3] = "{\"password\":\"\"}";
    long start = System.nanoTime();
    JsonNode outcome = imports.rehearse(true, lines);
    assertThat(outcome.path("stored").asInt()).isEqualTo(499);
    // A hash of each would take ten seconds.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void onlyTheOperator_mayRehearse() {
    byte[] line = record(email()).getBytes();
    assertThat(new Imports(FIRST, "auth").tryRehearse(false, line).statusCode()).isEqualTo(404);
    assertThat(imports.tryRehearse(false, new byte[0]).statusCode()).isEqualTo(200);
    byte[] many = "{}\n".repeat(5_001).getBytes();
    assertThat(imports.tryRehearse(false, many).statusCode()).isEqualTo(400);
  }

  private List<Object> everything() {
    Row row =
        pool.query(
                """
                SELECT (SELECT sum(last_value)::bigint FROM pg_sequences
                         WHERE sequencename LIKE 'record_id_%'),
                       (SELECT count(*) FROM import_batch),
                       (SELECT count(*) FROM import_run), (SELECT count(*) FROM unique_value)
                """)
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator()
            .next();
    return List.of(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
  }

  private static String record(String email) {
    return "{\"email\":\"" + email + "\"}";
  }

  private static String profile(String email, String identifier) {
    return "{\"email\":\"%s\",\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%s\"}]}"
        .formatted(email, identifier);
  }
}
