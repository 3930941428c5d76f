package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.entity.stack.Topic;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.json.Json;

@QuarkusTest
class EntityReplaceResourceTest extends ServiceTest {
  private static final String FILLED =
      """
      {"email":"%1$s","givenName":"Ann","password":"Test.123","display":{"a":1},
       "primaryAddress":{"city":"Leiden","zip":"2311"},
       "photos":[{"type":"a","value":"1"},{"type":"b","value":"2"}],
       "profiles":[{"domain":"example.org","identifier":"https://example.org/%1$s"}]}
      """;

  @Test
  void record_hasExactlyWhatIsGiven() {
    String email = email();
    String uuid = filled(email);
    JsonNode before = direct.byUuid(uuid);
    JsonNode reply = ok(replace(uuid, "", "{\"gender\":\"x\"}", "include_record", "true"));
    JsonNode after = direct.byUuid(uuid);
    assertThat(reply.path("result")).isEqualTo(after);
    for (String name : List.of("id", "uuid", "created")) {
      assertThat(after.path(name)).isEqualTo(before.path(name));
    }
    assertThat(after.path("lastUpdated").asText())
        .isGreaterThan(before.path("lastUpdated").asText());
    String blank = ok(direct.create("{\"gender\":\"x\"}")).path("uuid").asText();
    assertThat(own(after)).isEqualTo(own(direct.byUuid(blank)));
    assertThat(internal.check(email, "Test.123", "c", false).path("outcome").asText())
        .isEqualTo("mismatch");
  }

  @Test
  void writingBackWhatWasRead_keepsElementsAndPassword() {
    String email = email();
    String uuid = filled(email);
    JsonNode before = direct.byUuid(uuid);
    ok(replace(uuid, "", Json.write(before)));
    assertThat(own(direct.byUuid(uuid))).isEqualTo(own(before));
    assertThat(internal.check(email, "Test.123", "c", false).path("outcome").asText())
        .isEqualTo("match");
  }

  @Test
  void plural_keepsKnownElementsAndGivesNewIds() {
    String uuid = filled(email());
    long first = direct.byUuid(uuid).path("photos").path(0).path("id").asLong();
    long second = direct.byUuid(uuid).path("photos").path(1).path("id").asLong();
    ok(replace(uuid, "photos", "[{\"value\":\"new\"},{\"id\":" + second + ",\"value\":\"kept\"}]"));
    JsonNode photos = direct.byUuid(uuid).path("photos");
    assertThat(photos).hasSize(2);
    assertThat(photos.path(0).toString())
        .isEqualTo("{\"id\":" + second + ",\"type\":null,\"value\":\"kept\"}");
    assertThat(photos.path(1).path("id").asLong()).isGreaterThan(second);
    error(replace(uuid, "photos", "[{\"id\":" + first + "}]"), 310, "record_not_found");
    error(replace(uuid, "photos#" + first, "{}"), 310, "record_not_found");
    ok(replace(uuid, "photos#" + second, "{\"type\":\"t\"}"));
    assertThat(direct.byUuid(uuid).path("photos").path(0).path("value").isNull()).isTrue();
    ok(replace(uuid, "/photos", "[]"));
    assertThat(direct.byUuid(uuid).path("photos")).isEmpty();
    assertThat(direct.byUuid(uuid).path("givenName").asText()).isEqualTo("Ann");
  }

  @Test
  void objectAndScalar_areReplacedAlone() {
    String uuid = filled(email());
    ok(replace(uuid, "primaryAddress", "{\"city\":\"Delft\"}"));
    ok(replace(uuid, "givenName", "Jo"));
    JsonNode record = direct.byUuid(uuid);
    assertThat(record.path("primaryAddress").path("city").asText()).isEqualTo("Delft");
    assertThat(record.path("primaryAddress").path("zip").isNull()).isTrue();
    assertThat(record.path("givenName").asText()).isEqualTo("Jo");
    assertThat(record.path("profiles")).hasSize(1);
  }

  @Test
  void uniqueValuesOfReplacedElements_areFree() {
    String email = email();
    String uuid = filled(email);
    String profile =
        "{\"profiles\":[{\"domain\":\"d\",\"identifier\":\"https://example.org/" + email + "\"}]}";
    error(direct.create(profile), 361, "unique_violation");
    ok(replace(uuid, "profiles", "[]"));
    ok(direct.create(profile));
  }

  @Test
  void wrongContent_changesNothing() {
    String uuid = filled(email());
    JsonNode before = direct.byUuid(uuid);
    String taken = direct.byUuid(person()).path("email").asText();
    error(replace(uuid, "", "{\"email\":\"" + taken + "\"}"), 361, "unique_violation");
    error(
        replace(uuid, "", "{\"profiles\":[{\"domain\":\"d\"}]}"),
        362,
        "missing_required_attribute");
    error(replace(uuid, "profiles", "[{}]"), 362, "missing_required_attribute");
    error(replace(uuid, "", "{\"created\":\"2001-01-01\"}"), 234, "reserved_attribute");
    error(replace(uuid, "", "{\"uuid\":\"x\"}"), 234, "reserved_attribute");
    error(replace(uuid, "", "{\"nope\":1}"), 223, "unknown_attribute");
    error(replace(uuid, "nope", "1"), 223, "unknown_attribute");
    error(replace(uuid, "photos.value", "\"x\""), 200, "invalid_argument");
    error(replace(uuid, "", "[]"), 200, "invalid_argument");
    error(replace(uuid, "", "{"), 200, "invalid_argument");
    error(replace(uuid, "", "{}", "lastUpdated", "2001-01-01"), 330, "timestamp_mismatch");
    error(replace(uuid, "", "{}", "value", "{}"), 201, "duplicate_argument");
    error(direct.call("entity.replace", "uuid", uuid), 100, "missing_argument");
    error(direct.call("entity.replace", "attributes", "{}"), 100, "missing_argument");
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void strangers_mayNotReplace() {
    String uuid = filled(email());
    JsonNode before = direct.byUuid(uuid);
    CaptureApi other = CaptureApi.by(SECOND.client("direct_access"));
    error(other.call("entity.replace", "uuid", uuid, "attributes", "{}"), 310, "record_not_found");
    for (String feature : List.of("direct_read_access", "login_client", "access_issuer")) {
      CaptureApi client = CaptureApi.by(FIRST.client(feature));
      error(
          client.call("entity.replace", "uuid", uuid, "attributes", "{}"),
          403,
          "client_permission_error");
    }
    String foreign = direct.byUuid(filled(email())).path("photos").path(0).path("id").asText();
    error(replace(uuid, "photos", "[{\"id\":" + foreign + "}]"), 310, "record_not_found");
    error(replace(uuid, "photos#" + foreign, "{}"), 310, "record_not_found");
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void token_replacesItsOwnRecordAndIsKept() {
    String uuid = filled(email());
    String other = filled(email());
    String secret = Tokens.issue(FIRST, uuid);
    CaptureApi token = CaptureApi.byToken(FIRST, secret);
    ok(token.call("entity.replace", "uuid", other, "attributes", "{\"gender\":\"x\"}"));
    assertThat(direct.byUuid(uuid).path("givenName").isNull()).isTrue();
    assertThat(direct.byUuid(other).path("givenName").asText()).isEqualTo("Ann");
    assertThat(Tokens.revocations(Digests.sha256Hex(secret))).isEqualTo(1);
    assertThat(Tokens.revocations(uuid)).isEqualTo(1);
    ok(token.call("entity.replace", "attribute_name", "photos", "attributes", "[]"));
    assertThat(Tokens.revocations(Digests.sha256Hex(secret))).isEqualTo(1);
  }

  @Test
  void replacement_isToldByTheNamesThatDiffer() {
    String uuid = filled(email());
    String email = direct.byUuid(uuid).path("email").asText();
    ok(replace(uuid, "", "{\"email\":\"" + email + "\",\"gender\":\"x\"}"));
    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 2);
    assertThat(Topic.type(messages.get(1))).isEqualTo("user-updated");
    assertThat(Topic.data(messages.get(1)).path("attributes").toString())
        .isEqualTo(
            "[\"display\",\"gender\",\"givenName\",\"password\",\"photos\",\"primaryAddress\","
                + "\"profiles\"]");
  }

  /** The attributes that the server does not set. */
  private static ObjectNode own(JsonNode record) {
    ObjectNode own = record.deepCopy();
    return own.remove(List.of("id", "uuid", "created", "lastUpdated"));
  }

  private String filled(String email) {
    return ok(direct.create(FILLED.formatted(email))).path("uuid").asText();
  }

  private JsonNode replace(String uuid, String place, String value, String... more) {
    String[] fixed = {"uuid", uuid, "attribute_name", place, "attributes", value};
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return direct.call("entity.replace", all);
  }
}
