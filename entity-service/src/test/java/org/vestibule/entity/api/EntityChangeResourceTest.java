package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.json.Json;

@QuarkusTest
class EntityChangeResourceTest extends ServiceTest {
  @Test
  void scalar_isSetByPlace() {
    String uuid = person();
    String before = direct.byUuid(uuid).path("lastUpdated").asText();
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attribute_name",
            "lastLogin",
            "value",
            "2026-02-28T06:15:00Z"));
    ok(
        direct.call(
            "entity.update", "uuid", uuid, "attribute_name", "givenName", "value", "\"Ann\""));
    JsonNode record = direct.byUuid(uuid);
    assertThat(record.path("lastLogin").asText()).isEqualTo("2026-02-28 06:15:00 +0000");
    assertThat(record.path("givenName").asText()).isEqualTo("Ann");
    assertThat(record.path("lastUpdated").asText()).isGreaterThan(before);
  }

  @Test
  void elements_areAppendedChangedAndRemoved() {
    String uuid = person();
    String photo = "{\"photos\":[{\"type\":\"a\",\"value\":\"b\"}]}";
    ok(direct.call("entity.update", "uuid", uuid, "attributes", photo));
    JsonNode reply =
        ok(
            direct.call(
                "entity.update", "uuid", uuid, "attributes", photo, "include_record", "true"));
    JsonNode photos = reply.path("result").path("photos");
    long first = photos.path(0).path("id").asLong();
    assertThat(photos).hasSize(2);
    assertThat(photos.path(1).path("id").asLong()).isGreaterThan(first);
    String place = "photos#" + first;
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attribute_name",
            place,
            "attributes",
            "{\"value\":\"c\"}"));
    assertThat(direct.byUuid(uuid).path("photos").findValuesAsText("value"))
        .containsExactly("c", "b");
    ok(direct.call("entity.delete", "uuid", uuid, "attribute_name", "/" + place));
    assertThat(direct.byUuid(uuid).path("photos")).hasSize(1);
    error(
        direct.call("entity.delete", "uuid", uuid, "attribute_name", place),
        310,
        "record_not_found");
    ok(direct.call("entity.delete", "uuid", uuid, "attribute_name", "photos"));
    assertThat(direct.byUuid(uuid).path("photos")).isEmpty();
  }

  @Test
  void elementOfPlural_isMatchedByPrimaryKey() {
    String uuid = person();
    ok(
        direct.call(
            "entity.update", "uuid", uuid, "attributes", "{\"clients\":[{\"clientId\":\"c1\"}]}"));
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attributes",
            "{\"clients\":[{\"clientId\":\"c1\",\"name\":\"n\"}]}"));
    JsonNode clients = direct.byUuid(uuid).path("clients");
    assertThat(clients).hasSize(1);
    assertThat(clients.path(0).path("name").asText()).isEqualTo("n");
  }

  @Test
  void reservedAttributes_passOnlyUnchanged() {
    String uuid = person();
    JsonNode record = direct.byUuid(uuid);
    ok(direct.call("entity.update", "uuid", uuid, "attributes", Json.write(record)));
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", "{\"id\":1}"),
        234,
        "reserved_attribute");
    error(
        direct.call("entity.delete", "uuid", uuid, "attribute_name", "created"),
        234,
        "reserved_attribute");
  }

  @Test
  void wrongChanges_changeNothing() {
    String uuid = person();
    JsonNode before = direct.byUuid(uuid);
    String taken = direct.byUuid(person()).path("email").asText();
    error(direct.call("entity.update", "uuid", uuid), 100, "missing_argument");
    error(
        direct.call("entity.update", "uuid", uuid, "value", "1", "attributes", "{}"),
        201,
        "duplicate_argument");
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", "{\"x"), 200, "invalid_argument");
    error(direct.call("entity.update", "uuid", uuid, "attributes", "[]"), 200, "invalid_argument");
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", "{\"a.b\":1}"),
        223,
        "unknown_attribute");
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", "{\"email\":\"" + taken + "\"}"),
        361,
        "unique_violation");
    error(
        direct.call("entity.update", "uuid", uuid, "lastUpdated", "2001-01-01", "attributes", "{}"),
        330,
        "timestamp_mismatch");
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void noChange_stillMovesLastUpdated() {
    String uuid = person();
    String before = direct.byUuid(uuid).path("lastUpdated").asText();
    ok(direct.call("entity.update", "uuid", uuid, "attributes", "{}"));
    assertThat(direct.byUuid(uuid).path("lastUpdated").asText()).isGreaterThan(before);
  }

  @Test
  void password_isReplacedAndRemoved() {
    String email = email();
    String uuid = direct.create("{\"email\":\"" + email + "\"}").path("uuid").asText();
    ok(
        direct.call(
            "entity.update", "uuid", uuid, "attribute_name", "password", "value", "first pass"));
    assertThat(outcome(email, "first pass")).isEqualTo("match");
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attributes",
            "{\"password\":\"second pass\",\"gender\":\"x\"}"));
    assertThat(outcome(email, "first pass")).isEqualTo("mismatch");
    assertThat(outcome(email, "second pass")).isEqualTo("match");
    ok(direct.call("entity.update", "uuid", uuid, "attributes", Json.write(direct.byUuid(uuid))));
    assertThat(outcome(email, "second pass")).isEqualTo("match");
    ok(direct.call("entity.delete", "uuid", uuid, "attribute_name", "password"));
    assertThat(outcome(email, "second pass")).isEqualTo("mismatch");
  }

  @Test
  void token_changesItsOwnRecord() {
    String uuid = person();
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    JsonNode reply =
        ok(
            token.call(
                "entity.update",
                "attributes",
                "{\"gender\":\"x\",\"password\":\"Test.123\"}",
                "include_record",
                "1"));
    assertThat(reply.path("result").path("gender").asText()).isEqualTo("x");
    assertThat(reply.path("result").path("password").isNull()).isTrue();
    ok(token.call("entity.delete"));
    error(direct.call("entity", "uuid", uuid), 310, "record_not_found");
  }

  @Test
  void deletedRecord_isGoneWithItsUniqueValues() {
    String identifier = "https://example.org/" + email();
    String profile =
        "{\"profiles\":[{\"domain\":\"example.org\",\"identifier\":\"" + identifier + "\"}]}";
    String uuid = ok(direct.create(profile)).path("uuid").asText();
    ok(direct.call("entity.delete", "uuid", uuid));
    error(direct.call("entity.delete", "uuid", uuid), 310, "record_not_found");
    ok(direct.create(profile));
  }

  @Test
  void access_isRevokedByAuthService() {
    String uuid = person();
    String before = direct.byUuid(uuid).path("lastUpdated").asText();
    ok(CaptureApi.by(FIRST.client("login_client")).call("entity.deleteAccess", "uuid", uuid));
    assertThat(Tokens.revocations(uuid)).isEqualTo(1);
    assertThat(direct.byUuid(uuid).path("lastUpdated").asText()).isEqualTo(before);
    CaptureApi reader = CaptureApi.by(FIRST.client("direct_read_access"));
    error(reader.call("entity.deleteAccess", "uuid", uuid), 403, "client_permission_error");
  }

  private String outcome(String email, String password) {
    return internal.check(email, password, "c", false).path("outcome").asText();
  }
}
