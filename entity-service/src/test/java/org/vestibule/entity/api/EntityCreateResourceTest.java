package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;

@QuarkusTest
class EntityCreateResourceTest extends ServiceTest {
  @Test
  void record_isCreatedOncePerAddress() {
    String email = email();
    JsonNode created = ok(direct.create("{\"email\":\"" + email + "\",\"givenName\":\"Ann\"}"));
    assertThat(created.path("id").isIntegralNumber()).isTrue();
    assertThat(created.path("uuid").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    JsonNode taken =
        error(
            direct.create("{\"email\":\"" + email.toUpperCase(Locale.ROOT) + "\"}"),
            361,
            "unique_violation");
    assertThat(taken.path("attribute_name").asText()).isEqualTo("/email");
  }

  @Test
  void wrongValues_areRefusedByCode() {
    JsonNode control =
        error(direct.create("{\"givenName\":\"x\\u0007\"}"), 360, "constraint_violation");
    assertThat(control.path("attribute_name").asText()).isEqualTo("/givenName");
    assertThat(control.path("constraint_name").asText()).isEqualTo("unicode-printable");
    assertThat(control.path("error_description").asText())
        .isEqualTo("the value provided for /givenName violates the unicode-printable constraint");
    JsonNode unknown = error(direct.create("{\"emailer\":\"x\"}"), 223, "unknown_attribute");
    assertThat(unknown.path("error_description").asText())
        .isEqualTo("attribute does not exist: /emailer");
    error(direct.create("{\"givenName\":5}"), 341, "invalid_json_type");
    error(direct.create("{\"birthday\":\"32/13/2020\"}"), 342, "invalid_date_time");
    error(direct.create("{\"gender\":\"" + "x".repeat(101) + "\"}"), 363, "length_violation");
    error(direct.create("{\"id\":5}"), 320, "id_in_new_record");
    error(direct.create("{\"uuid\":\"x\"}"), 234, "reserved_attribute");
    error(direct.create("{\"clients\":[{\"name\":\"x\"}]}"), 362, "missing_required_attribute");
  }

  @Test
  void wrongArguments_areRefusedByName() {
    JsonNode notJson = error(direct.create("{"), 200, "invalid_argument");
    assertThat(notJson.path("error_description").asText())
        .isEqualTo(
            "attributes was not valid for the following reason: the JSON is not syntactically"
                + " valid");
    JsonNode missing = error(direct.call("entity.create"), 100, "missing_argument");
    assertThat(missing.path("argument_name").asText()).isEqualTo("attributes");
    error(
        direct.call("entity.create", "attributes", "{}", "type_name", "no"),
        222,
        "unknown_entity_type");
    error(
        direct.call("entity.create", "attributes", "{}", "include_record", "x"),
        200,
        "invalid_argument");
  }

  @Test
  void wholeRecord_isReturnedOnRequest() {
    JsonNode reply =
        ok(
            direct.call(
                "entity.create",
                "attributes",
                "{\"created\":\"1875-05-04\",\"photos\":[{\"type\":\"a\",\"value\":\"b\"}]}",
                "include_record",
                "true"));
    JsonNode record = reply.path("result");
    assertThat(record.path("created").asText()).isEqualTo("1875-05-04 00:00:00.000000 +0000");
    assertThat(record.path("photos").path(0).path("id").asLong()).isPositive();
    assertThat(record.path("primaryAddress").path("city").isNull()).isTrue();
    assertThat(record).isEqualTo(direct.byUuid(reply.path("uuid").asText()));
  }

  @Test
  void uniqueValueInPlural_isTakenAcrossRecords() {
    String profile =
        "{\"profiles\":[{\"domain\":\"example.org\",\"identifier\":\"https://example.org/%s\"}]}"
            .formatted(email());
    ok(direct.create(profile));
    JsonNode taken = error(direct.create(profile), 361, "unique_violation");
    assertThat(taken.path("attribute_name").asText()).isEqualTo("/profiles/identifier");
  }

  @Test
  void sixteenCreatorsOfOneAddress_oneWins() {
    String name = "z\u00f6e-" + email();
    ExecutorService creators = Executors.newFixedThreadPool(16);
    List<CompletableFuture<JsonNode>> calls =
        IntStream.range(0, 16)
            .mapToObj(i -> spelled(name, i))
            .map(it -> CompletableFuture.supplyAsync(() -> create(it), creators))
            .toList();
    List<JsonNode> replies = calls.stream().map(CompletableFuture::join).toList();
    creators.shutdown();
    assertThat(replies).filteredOn(it -> it.path("stat").asText().equals("ok")).hasSize(1);
    assertThat(replies).filteredOn(it -> it.path("code").asInt() == 361).hasSize(15);
  }

  @Test
  void floodOfElements_isRefused() {
    String elements = "{},".repeat(10_000) + "{}";
    error(direct.create("{\"photos\":[" + elements + "]}"), 360, "constraint_violation");
    error(
        direct.create("{\"display\":" + "[".repeat(70) + "]".repeat(70) + "}"),
        200,
        "invalid_argument");
    error(direct.create("{\"password\":\"" + "x".repeat(1_025) + "\"}"), 363, "length_violation");
  }

  @Test
  void readers_mayNotCreate() {
    CaptureApi reader = CaptureApi.by(FIRST.client("direct_read_access"));
    error(reader.create("{}"), 403, "client_permission_error");
  }

  private JsonNode create(String email) {
    return direct.create("{\"email\":\"" + email + "\"}");
  }

  private static String spelled(String name, int number) {
    String cased = number % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
    Normalizer.Form form = number % 4 < 2 ? Normalizer.Form.NFC : Normalizer.Form.NFD;
    return Normalizer.normalize(cased, form);
  }
}
