package org.vestibule.entity.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

@QuarkusTest
class ImportResourceTest extends ServiceTest {
  private static final String MD5 =
      "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";

  private final Imports imports = Imports.of(FIRST);

  @Test
  void namesTimesAndHashes_areKept() {
    String run = imports.begin();
    String uuid = UUID.randomUUID().toString();
    String email = email();
    long id = nextFreeId() + 5_000;
    String record =
        ("{\"id\":%d,\"uuid\":\"%s\",\"created\":\"1999-05-04 03:02:01.000009 +0000\","
                + "\"lastUpdated\":\"2001-01-01\",\"email\":\"%s\",\"password\":%s,"
                + "\"clients\":[{\"id\":%d,\"clientId\":\"a\"},{\"clientId\":\"b\"}]}")
            .formatted(id, uuid.toUpperCase(Locale.ROOT), email, MD5, id + 100);
    JsonNode outcome = imports.take(run, 0, record);
    assertThat(outcome.toString()).isEqualTo("{\"repeated\":false,\"stored\":1,\"rejections\":[]}");

    JsonNode stored = owner.byUuid(uuid);
    assertThat(stored.path("id").asLong()).isEqualTo(id);
    assertThat(stored.path("created").asText()).isEqualTo("1999-05-04 03:02:01.000009 +0000");
    assertThat(stored.path("lastUpdated").asText()).isEqualTo("2001-01-01 00:00:00.000000 +0000");
    assertThat(stored.path("password").toString()).isEqualTo(MD5);
    assertThat(stored.path("clients").path(0).path("id").asLong()).isEqualTo(id + 100);
    assertThat(stored.path("clients").path(1).path("id").asLong()).isGreaterThan(id + 100);
    assertThat(
            internal.check(email, "password", "first-login-client", false).path("outcome").asText())
        .isEqualTo("match");
    assertThat(nextFreeId()).as("the sequence is past the highest id").isGreaterThan(id + 100);
  }

  @Test
  void largeLeapOfIds_movesTheSequenceForward_neverBack() {
    String run = imports.begin();
    long far = nextFreeId() + 3_000_000;
    imports.take(run, 0, "{\"id\":" + far + ",\"email\":\"" + email() + "\"}");
    long next = nextFreeId();
    assertThat(next).isGreaterThan(far);
    imports.take(run, 1, "{\"id\":" + (far - 7) + ",\"email\":\"" + email() + "\"}");
    assertThat(nextFreeId()).isGreaterThan(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "{\"gender\":5}; 341; /gender",
        "{\"nothing\":1}; 223; /nothing",
        "{\"email\":\"no address\"}; 360; /email",
        "{\"birthday\":\"32/13/2020\"}; 342; /birthday",
        "{\"givenName\":\"a\\u0000b\"}; 340; /givenName",
        "{\"displayName\":\"\\ud800\"}; 340; /displayName",
        "{\"password\":\"Test.123\"}; 340; /password",
        "{\"password\":{\"type\":\"password-bcrypt\",\"value\":\"x\"}}; 340; /password",
        "{\"password\":{\"type\":\"password-bcrypt\"}}; 340; /password",
        "{\"profiles\":[{\"domain\":\"d\"}]}; 362; /profiles/identifier",
        "{\"clients\":[{\"id\":7,\"clientId\":\"a\"},{\"id\":7,\"clientId\":\"b\"}]}; 361; /clients/id",
        "{\"roles\":[{\"id\":8,\"display\":\"a\"},{\"id\":9,\"display\":\"a\"}]}; 361; /roles/display",
        "{\"id\":0}; 340; /id",
        "{\"id\":-5}; 340; /id",
        "{\"id\":9223372036854775807}; 340; /id",
        "{\"id\":92233720368547758070}; 340; /id",
        "{\"clients\":[{\"id\":9223372036854775807,\"clientId\":\"a\"}]}; 340; /clients/id",
        "{\"id\":\"5\"}; 341; /id",
        "{\"uuid\":\"zzz\"}; 340; /uuid",
        "{\"uuid\":5}; 341; /uuid",
        "{\"created\":\"soon\"}; 342; /created",
        "{\"lastUpdated\":7}; 341; /lastUpdated",
        "[]; 200;",
        "7; 200;",
        "{\"a\":; 200;",
        "{\"email\":1,\"email\":2}; 200;",
      })
  void whatBulkCreateRefuses_isRejectedWithTheReason(String record, int code, String attribute) {
    String run = imports.begin();
    JsonNode outcome = imports.take(run, 0, person(1), record, person(2));
    assertThat(outcome.path("stored").asInt()).as(outcome.toString()).isEqualTo(2);
    JsonNode rejection = outcome.path("rejections").path(0);
    assertThat(rejection.path("index").asInt()).isEqualTo(1);
    assertThat(rejection.path("code").asInt()).isEqualTo(code);
    assertThat(rejection.path("attribute").asText(null)).isEqualTo(attribute);
    assertThat(rejection.path("reason").asText()).isNotEmpty();
  }

  @Test
  void deepAndLongRecords_areRejected() {
    String run = imports.begin();
    String deep = "{\"display\":" + "[".repeat(100) + "]".repeat(100) + "}";
    String wide = "{\"aboutMe\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}";
    JsonNode outcome = imports.take(run, 0, deep, wide, person(1));
    assertThat(outcome.path("stored").asInt()).isEqualTo(1);
    assertThat(outcome.path("rejections").findValuesAsText("code")).containsExactly("200", "200");
  }

  @Test
  void takenValues_areRejected_andAllOthersGoIn() {
    String taken = direct.byUuid(person()).path("email").asText();
    String identifier = newName();
    ok(direct.create(profile(email(), identifier)));
    String first = email();
    String own = newName();
    JsonNode outcome =
        imports.take(
            imports.begin(),
            0,
            record(first),
            record(taken.toUpperCase(Locale.ROOT)),
            record(first),
            profile(email(), identifier),
            profile(email(), own),
            profile(email(), own),
            person(7));
    assertThat(outcome.path("stored").asInt()).isEqualTo(3);
    assertThat(outcome.path("rejections").findValuesAsText("index"))
        .containsExactly("1", "2", "3", "5");
    assertThat(outcome.path("rejections").findValuesAsText("attribute"))
        .containsExactly("/email", "/email", "/profiles/identifier", "/profiles/identifier");
    assertThat(outcome.path("rejections").findValuesAsText("code")).containsOnly("361");
  }

  /** What a refused record would have taken is free for the records behind it. */
  @Test
  void valuesOfRejectedRecords_areFree() {
    String identifier = newName();
    ok(direct.create(profile(email(), identifier)));
    String email = email();
    String own = newName();
    JsonNode outcome =
        imports.take(
            imports.begin(), 0, profile(email, identifier), profile(email, own), record(email));
    assertThat(outcome.path("rejections").findValuesAsText("index")).containsExactly("0", "2");
    assertThat(
            direct
                .call("entity", "key_attribute", "email", "key_value", '"' + email + '"')
                .at("/result/profiles/0/identifier")
                .asText())
        .isEqualTo(own);
  }

  @Test
  void recordInItsOwnWay_isRejected() {
    String identifier = newName();
    String twice =
        "{\"profiles\":[{\"domain\":\"a\",\"identifier\":\"%1$s\"},"
            + "{\"domain\":\"b\",\"identifier\":\"%1$s\"}]}";
    JsonNode outcome =
        imports.take(imports.begin(), 0, twice.formatted(identifier), profile(email(), identifier));
    assertThat(outcome.path("rejections").findValuesAsText("index")).containsExactly("0");
    assertThat(outcome.path("stored").asInt()).isEqualTo(1);
  }

  @Test
  void takenNames_areRejected() {
    JsonNode present = direct.byUuid(person());
    long id = nextFreeId() + 10;
    JsonNode outcome =
        imports.take(
            imports.begin(),
            0,
            "{\"uuid\":\"" + present.path("uuid").asText() + "\"}",
            "{\"id\":" + present.path("id").asText() + "}",
            "{\"id\":" + id + "}",
            "{\"id\":" + id + "}");
    assertThat(outcome.path("rejections").findValuesAsText("index")).containsExactly("0", "1", "3");
    assertThat(outcome.path("rejections").findValuesAsText("attribute"))
        .containsExactly("/uuid", "/id", "/id");
  }

  /** An id of an element is free in a record of its own, as ids of records are. */
  @Test
  void takenIdsOfElements_areRejected() {
    String identifier = newName();
    String uuid = ok(direct.create(profile(email(), identifier))).path("uuid").asText();
    String stored = direct.byUuid(uuid).at("/profiles/0/id").asText();
    long id = nextFreeId() + 10;
    String element = "{\"profiles\":[{\"id\":%s,\"domain\":\"d\",\"identifier\":\"%s\"}]}";
    String nested =
        "{\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%s\","
            + "\"profile\":{\"emails\":[{\"id\":%s,\"type\":\"x\"}]}}]}";
    JsonNode outcome =
        imports.take(
            imports.begin(),
            0,
            element.formatted(stored, newName()),
            element.formatted(id, newName()),
            nested.formatted(newName(), id),
            element.formatted(id + 1, newName()),
            "{\"photos\":[{\"id\":" + id + ",\"value\":\"x\"}]}",
            "{\"id\":" + id + ",\"photos\":[{\"id\":" + (id + 2) + ",\"value\":\"x\"}]}");
    assertThat(outcome.path("rejections").findValuesAsText("index")).containsExactly("0", "2", "4");
    assertThat(outcome.path("rejections").findValuesAsText("attribute"))
        .containsExactly("/profiles/id", "/profiles/profile/emails/id", "/photos/id");
    assertThat(nextFreeId()).isGreaterThan(id + 2);
    ok(owner.call("entity.delete", "uuid", uuid));
    JsonNode free = imports.take(imports.begin(), 0, element.formatted(stored, identifier));
    assertThat(free.path("stored").asInt()).as(free.toString()).isEqualTo(1);
  }

  @Test
  void repeatedBatch_isTakenOnce_andToldAgain() {
    String run = imports.begin();
    String[] lines = {person(1), "{\"gender\":5}"};
    JsonNode first = imports.take(run, 0, lines);
    JsonNode second = imports.take(run, 0, lines);
    assertThat(first.path("repeated").asBoolean()).isFalse();
    assertThat(second.path("repeated").asBoolean()).isTrue();
    assertThat(second.path("stored")).isEqualTo(first.path("stored"));
    assertThat(second.path("rejections")).isEqualTo(first.path("rejections"));
    assertThat(imports.rejections(run, 0)).isEqualTo(first.path("rejections"));
    assertThat(imports.tryTake(run, 0, person(3)).statusCode())
        .as("other lines under its number")
        .isEqualTo(409);
  }

  @Test
  void recordsWithoutUniqueValues_ofABatchSentByManyAtOnce_areThereOnce() {
    String run = imports.begin();
    String name = newName();
    String[] lines =
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"displayName\":\"" + name + "\"}")
            .toArray(String[]::new);
    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> imports.tryTake(run, 0, lines).statusCode())
            .toList();
    assertThat(statuses).contains(200).isSubsetOf(200, 503);
    assertThat(
            direct
                .call("entity.count", "filter", "displayName = '" + name + "'")
                .path("total_count")
                .asInt())
        .isEqualTo(50);
  }

  @Test
  void openedAgain_tellsWhatWasTaken_untilRestarted() {
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    JsonNode first = imports.open(opening);
    imports.take(first.path("id").asText(), 0, person(1), "{}");
    imports.take(first.path("id").asText(), 2, "{\"gender\":5}");
    JsonNode again = imports.open(opening);
    assertThat(again.path("id")).isEqualTo(first.path("id"));
    assertThat(again.path("batches")).hasSize(2);
    assertThat(again.at("/batches/0/0").asInt()).isZero();
    assertThat(again.at("/batches/0/3").asInt()).isEqualTo(10);
    assertThat(again.at("/batches/0/4").asInt()).isEqualTo(2);
    assertThat(again.at("/batches/1/0").asInt()).isEqualTo(2);
    assertThat(again.at("/batches/1/2").asInt()).isEqualTo(1);
    JsonNode anew = imports.open(opening.put("restart", true));
    assertThat(anew.path("id")).isNotEqualTo(first.path("id"));
    assertThat(anew.path("batches")).isEmpty();
    assertThat(imports.tryTake(first.path("id").asText(), 3, person(1)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void otherOptions_forTheSameFile_areRefused() {
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    imports.open(opening);
    ((ObjectNode) opening.path("options")).put("events", true);
    assertThat(imports.tryOpen(opening).statusCode()).isEqualTo(409);
  }

  @Test
  void plainPasswords_areHashedWhenAskedFor() {
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    ((ObjectNode) opening.path("options")).put("hashPasswords", true);
    String run = imports.open(opening).path("id").asText();
    String email = email();
    imports.take(run, 0, "{\"email\":\"" + email + "\",\"password\":\"Test.123\"}");
    assertThat(
            internal.check(email, "Test.123", "first-login-client", false).path("outcome").asText())
        .isEqualTo("match");
  }

  @Test
  void manyRows_withoutAndWithDuplicates() {
    String run = imports.begin();
    String prefix = newName();
    String[] lines =
        IntStream.range(0, 1_500)
            .mapToObj(i -> record(i + prefix + "@example.org"))
            .toArray(String[]::new);
    assertThat(imports.take(run, 0, lines).path("stored").asInt()).isEqualTo(1_500);
    for (int i = 0; i < lines.length; i += 2) {
      lines[i] = record("x" + i + prefix + "@example.org");
    }
    JsonNode second = imports.take(run, 1, lines);
    assertThat(second.path("stored").asInt()).isEqualTo(750);
    assertThat(second.path("rejections")).hasSize(750);
  }

  private long nextFreeId() {
    return ok(direct.create("{}")).path("id").asLong();
  }

  private static String person(int number) {
    return record(number + email());
  }

  private static String record(String email) {
    return "{\"email\":\"" + email + "\"}";
  }

  private static String profile(String email, String identifier) {
    return Json.write(
        Json.object()
            .put("email", email)
            .set(
                "profiles",
                Json.array().add(Json.object().put("domain", "d").put("identifier", identifier))));
  }
}
