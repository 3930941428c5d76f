package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Topic;
import org.vestibule.testkit.event.EventSchemas;

@QuarkusTest
class EntityBulkCreateResourceTest extends ServiceTest {
  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "1", "smart", "\"smart\"", "\"true\""})
  void refusedRecords_standBetweenTheOthers(String mode) {
    String email = email();
    JsonNode reply =
        ok(
            bulk(
                mode,
                record(email),
                record(email.toUpperCase(Locale.ROOT)),
                "{\"gender\":5}",
                "7",
                record(email())));
    assertThat(reply.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stat", "results", "uuid_results");
    assertThat(reply.path("results")).hasSize(5);
    assertThat(reply.path("uuid_results")).hasSize(5);
    List<Integer> codes = List.of(0, 361, 341, 200, 0);
    for (int i = 0; i < codes.size(); i++) {
      JsonNode result = reply.path("results").path(i);
      JsonNode uuid = reply.path("uuid_results").path(i);
      assertThat(result.path("code").asInt()).isEqualTo(codes.get(i));
      if (codes.get(i) == 0) {
        assertThat(result.isIntegralNumber()).isTrue();
        assertThat(direct.byUuid(uuid.asText()).path("id")).isEqualTo(result);
      } else {
        assertThat(uuid).isEqualTo(result);
      }
    }
    assertThat(reply.path("results").path(1).toString())
        .isEqualTo(
            "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\","
                + "\"error_description\":\"Attempted to update a duplicate value\","
                + "\"attribute_name\":\"/email\"}");
  }

  @Test
  void absentMode_isEachOnItsOwn() {
    String email = email();
    JsonNode reply =
        ok(direct.call("entity.bulkCreate", "all_attributes", array(record(email), record(email))));
    assertThat(reply.path("results").path(0).isIntegralNumber()).isTrue();
    assertThat(reply.path("results").path(1).path("code").asInt()).isEqualTo(361);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "\"false\""})
  void allOrNothing_writesNothingWhenOneIsRefused(String mode) {
    String first = email();
    String taken = direct.byUuid(person()).path("email").asText();
    JsonNode refused = error(bulk(mode, record(first), record(taken)), 361, "unique_violation");
    assertThat(refused.path("record_index").asInt()).isEqualTo(1);
    assertThat(refused.path("attribute_name").asText()).isEqualTo("/email");
    JsonNode wrong = error(bulk(mode, "{\"no\":1}", record(first)), 223, "unknown_attribute");
    assertThat(wrong.path("record_index").asInt()).isZero();
    JsonNode twice = error(bulk(mode, profile(first), profile(first)), 361, "unique_violation");
    assertThat(twice.path("record_index").asInt()).isEqualTo(1);
    assertThat(twice.path("attribute_name").asText()).isEqualTo("/profiles/identifier");
    assertThat(count("email = '" + first + "'")).isZero();
    assertThat(count("profiles.identifier = '" + first + "'")).isZero();
    JsonNode stored = ok(bulk(mode, record(first), profile(first)));
    assertThat(stored.path("results")).hasSize(2).allMatch(JsonNode::isIntegralNumber);
  }

  @Test
  void smartBatch_withSomeTaken_storesAllOthers() {
    String taken = direct.byUuid(person()).path("email").asText();
    String prefix = email();
    String records =
        IntStream.range(0, 600)
            .mapToObj(i -> i % 200 == 77 ? record(taken) : profile(i + prefix))
            .collect(Collectors.joining(",", "[", "]"));
    JsonNode results =
        ok(direct.call("entity.bulkCreate", "all_attributes", records, "commit_each", "smart"))
            .path("results");
    assertThat(results).hasSize(600);
    assertThat(results).filteredOn(JsonNode::isIntegralNumber).hasSize(597);
    for (int i = 77; i < 600; i += 200) {
      assertThat(results.path(i).path("code").asInt()).isEqualTo(361);
    }
    JsonNode last = direct.call("entity", "id", results.path(599).asText()).path("result");
    assertThat(last.path("profiles").path(0).path("identifier").asText()).isEqualTo("599" + prefix);
    assertThat(last.path("profiles").path(0).path("id").asLong())
        .isGreaterThan(last.path("id").asLong());
    error(direct.create(profile("599" + prefix)), 361, "unique_violation");
  }

  @Test
  void stored_isWhatSingleCreationStores() {
    String text =
        "{\"email\":\"%s\",\"created\":\"1875-05-04\",\"displayName\":\"Z\u00f6e\",\"clients\":"
            + "[{\"clientId\":\"a\"},{\"clientId\":\"b\",\"name\":\"n\"}]}";
    String single = ok(direct.create(text.formatted(email()))).path("uuid").asText();
    String many = ok(bulk("smart", text.formatted(email()))).path("uuid_results").path(0).asText();
    JsonNode expected = direct.byUuid(single);
    JsonNode record = direct.byUuid(many);
    assertThat(record.path("created")).isEqualTo(expected.path("created"));
    assertThat(record.path("displayName")).isEqualTo(expected.path("displayName"));
    assertThat(record.path("clients").findValuesAsText("clientId")).containsExactly("a", "b");
    assertThat(record.fieldNames()).toIterable().containsExactlyElementsOf(names(expected));
  }

  @Test
  void passwords_areHashedOrKept() {
    String plain = email();
    String imported = email();
    ok(
        bulk(
            "smart",
            "{\"email\":\"" + plain + "\",\"password\":\"Test.123\"}",
            "{\"email\":\""
                + imported
                + "\",\"password\":{\"type\":\"password-md5\","
                + "\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}}"));
    assertThat(outcome(plain, "Test.123")).isEqualTo("match");
    assertThat(outcome(imported, "password")).isEqualTo("match");
    assertThat(outcome(imported, "Test.123")).isEqualTo("mismatch");
  }

  @Test
  void wholeCall_isRefused() {
    error(direct.call("entity.bulkCreate"), 100, "missing_argument");
    error(direct.call("entity.bulkCreate", "all_attributes", "{}"), 200, "invalid_argument");
    error(direct.call("entity.bulkCreate", "all_attributes", "["), 200, "invalid_argument");
    error(bulk("maybe", "{}"), 200, "invalid_argument");
    error(
        direct.call("entity.bulkCreate", "all_attributes", "[]", "type_name", "no"),
        222,
        "unknown_entity_type");
    error(
        direct.call("entity.bulkCreate", "all_attributes", "[]", "timeout", "x"),
        200,
        "invalid_argument");
    String many = String.join(",", Collections.nCopies(10_001, "{}"));
    error(
        direct.call("entity.bulkCreate", "all_attributes", "[" + many + "]"),
        200,
        "invalid_argument");
    assertThat(ok(direct.call("entity.bulkCreate", "all_attributes", "[]")).path("results"))
        .isEmpty();
  }

  @Test
  void callThatTakesTooLong_isEnded() {
    String person = "{\"password\":\"Test.123\"}";
    String many = String.join(",", Collections.nCopies(2_000, person));
    error(
        direct.call("entity.bulkCreate", "all_attributes", "[" + many + "]", "timeout", "1"),
        504,
        "timeout");
  }

  @Test
  void strangers_mayNotCreate() {
    for (String feature : List.of("direct_read_access", "login_client", "access_issuer")) {
      error(
          CaptureApi.by(FIRST.client(feature)).call("entity.bulkCreate", "all_attributes", "[{}]"),
          403,
          "client_permission_error");
    }
    String email = email();
    ok(bulk("smart", profile(email)));
    CaptureApi other = CaptureApi.by(SECOND.client("direct_access"));
    JsonNode reply = ok(other.call("entity.bulkCreate", "all_attributes", array(profile(email))));
    assertThat(reply.path("results").path(0).isIntegralNumber()).isTrue();
    JsonNode hostile =
        ok(bulk("smart", "{\"displayName\":\"'); DROP TABLE record_1; --\"}", "{\"a'b\":1}"));
    assertThat(hostile.path("results").path(1).path("code").asInt()).isEqualTo(223);
    assertThat(
            direct
                .byUuid(hostile.path("uuid_results").path(0).asText())
                .path("displayName")
                .asText())
        .isEqualTo("'); DROP TABLE record_1; --");
  }

  @Test
  void everyStoredRecord_isToldOnce() {
    JsonNode reply = ok(bulk("smart", record(email()), "{\"no\":1}", record(email())));
    for (int i : List.of(0, 2)) {
      String uuid = reply.path("uuid_results").path(i).asText();
      ok(direct.call("entity.delete", "uuid", uuid));
      List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 2);
      messages.forEach(EventSchemas::check);
      assertThat(messages).extracting(Topic::type).containsExactly("user-created", "user-deleted");
    }
  }

  private JsonNode bulk(String mode, String... records) {
    return direct.call("entity.bulkCreate", "all_attributes", array(records), "commit_each", mode);
  }

  private static String array(String... records) {
    return "[" + String.join(",", records) + "]";
  }

  private static String record(String email) {
    return "{\"email\":\"" + email + "\"}";
  }

  private static String profile(String identifier) {
    return "{\"profiles\":[{\"domain\":\"example.org\",\"identifier\":\"" + identifier + "\"}]}";
  }

  private long count(String filter) {
    return ok(direct.call("entity.count", "filter", filter)).path("total_count").asLong();
  }

  private String outcome(String email, String password) {
    return internal.check(email, password, "c", false).path("outcome").asText();
  }

  private static List<String> names(JsonNode record) {
    return record.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
