package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.json.Json;

@QuarkusTest
class EntityReadResourceTest extends ServiceTest {
  private static final String ADDRESS = "{\"city\":\"Leiden\",\"zip\":\"2311\"}";

  private JsonNode person(String password) {
    return direct.create(
        "{\"email\":\"%s\",\"password\":\"%s\",\"primaryAddress\":%s,\"birthday\":\"1990-02-28\"}"
            .formatted(email(), password, ADDRESS));
  }

  @Test
  void record_isFoundByUuidIdAndKey() {
    JsonNode created = person("Test.123");
    String uuid = created.path("uuid").asText();
    JsonNode record = ok(direct.call("entity", "uuid", uuid)).path("result");
    String email = record.path("email").asText();
    assertThat(record.path("id").asLong()).isEqualTo(created.path("id").asLong());
    assertThat(record.path("created").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6} \\+0000");
    assertThat(record.path("birthday").asText()).isEqualTo("1990-02-28");
    assertThat(record.path("gender").isNull()).isTrue();
    assertThat(record.path("photos").isArray()).isTrue();
    assertThat(direct.call("entity", "id", created.path("id").asText()).path("result"))
        .isEqualTo(record);
    assertThat(byKey("email", Json.write(email))).isEqualTo(record);
    assertThat(byKey("/email", email.toUpperCase(Locale.ROOT))).isEqualTo(record);
    assertThat(byKey("uuid", uuid)).isEqualTo(record);
  }

  @Test
  void locator_mustNameOneRecord() {
    String uuid = person();
    JsonNode both =
        error(direct.call("entity", "uuid", uuid, "id", "1"), 201, "duplicate_argument");
    assertThat(both.path("argument_name").asText()).isEqualTo("id");
    JsonNode none = error(direct.call("entity"), 100, "missing_argument");
    assertThat(none.path("error_description").asText())
        .isEqualTo("missing required argument: uuid");
    error(direct.call("entity", "key_attribute", "email"), 100, "missing_argument");
    JsonNode malformed = error(direct.call("entity", "uuid", "zzz"), 200, "invalid_argument");
    assertThat(malformed.path("error_description").asText())
        .isEqualTo("uuid was not valid for the following reason: invalid uuid");
    error(
        direct.call("entity", "key_attribute", "givenName", "key_value", "\"x\""),
        200,
        "invalid_argument");
    error(
        direct.call("entity", "uuid", "0f5f7d0e-6a0b-4a1e-9d57-0a6c2b1f4e11"),
        310,
        "record_not_found");
    error(direct.call("entity", "uuid", uuid, "type_name", "x"), 222, "unknown_entity_type");
  }

  @Test
  void timestamps_areChecked() {
    String uuid = person();
    String updated = direct.byUuid(uuid).path("lastUpdated").asText();
    ok(direct.call("entity", "uuid", uuid, "lastUpdated", updated));
    JsonNode wrong =
        error(
            direct.call("entity", "uuid", uuid, "lastUpdated", "2001-01-01"),
            330,
            "timestamp_mismatch");
    assertThat(wrong.path("attribute_name").asText()).isEqualTo("/lastUpdated");
    assertThat(wrong.path("actual_value").asText()).isEqualTo(updated);
    assertThat(wrong.path("supplied_value").asText()).isEqualTo("2001-01-01");
  }

  @Test
  void parts_areShownOnRequest() {
    String uuid = person("Test.123").path("uuid").asText();
    JsonNode some =
        ok(
            direct.call(
                "entity", "uuid", uuid, "attributes", "[\"primaryAddress.city\",\"birthday\"]"));
    assertThat(Json.write(some.path("result")))
        .isEqualTo("{\"birthday\":\"1990-02-28\",\"primaryAddress\":{\"city\":\"Leiden\"}}");
    assertThat(direct.call("entity", "uuid", uuid, "attributes", "[]").path("result")).isEmpty();
    assertThat(
            direct.call("entity", "uuid", uuid, "attribute_name", "uuid").path("result").asText())
        .isEqualTo(uuid);
    assertThat(
            direct
                .call("entity", "uuid", uuid, "attribute_name", "/primaryAddress.city")
                .path("result")
                .asText())
        .isEqualTo("Leiden");
    error(direct.call("entity", "uuid", uuid, "attribute_name", "nope"), 223, "unknown_attribute");
    error(
        direct.call("entity", "uuid", uuid, "attribute_name", "email", "attributes", "[]"),
        201,
        "duplicate_argument");
    error(
        direct.call("entity", "uuid", uuid, "attribute_name", "photos#5"), 310, "record_not_found");
    error(
        direct.call("entity", "uuid", uuid, "attribute_name", "photos.value"),
        200,
        "invalid_argument");
  }

  @Test
  void passwordHash_isSeenByOwnersOfOpenApplicationsOnly() {
    String uuid = person("Test.123").path("uuid").asText();
    assertThat(Json.write(direct.byUuid(uuid).path("password")))
        .isEqualTo("{\"type\":\"password-argon2id\"}");
    JsonNode open = owner.byUuid(uuid).path("password");
    assertThat(open.path("value").asText()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    assertThat(token.call("entity").path("result").path("password").isNull()).isTrue();
    CaptureApi other = CaptureApi.by(SECOND.client("owner"));
    String theirs = other.create("{\"password\":\"Test.123\"}").path("uuid").asText();
    assertThat(Json.write(other.byUuid(theirs).path("password")))
        .isEqualTo("{\"type\":\"password-argon2id\"}");
  }

  @Test
  void password_isCheckedAndAttemptsAreCounted() {
    String uuid = person("Test.123").path("uuid").asText();
    ok(check(uuid, "Test.123"));
    error(check(uuid, "Test.124"), 350, "invalid_password");
    error(
        direct.call("entity", "uuid", uuid, "password_attribute", "password"),
        100,
        "missing_argument");
    error(
        direct.call("entity", "uuid", uuid, "password_attribute", "email", "password_value", "x"),
        200,
        "invalid_argument");
    for (int i = 0; i < 4; i++) {
      error(check(uuid, "wrong"), 350, "invalid_password");
    }
    error(check(uuid, "Test.123"), 510, "api_limit_error");
  }

  @Test
  void token_showsItsOwnRecordWhateverIsAsked() {
    String uuid = person();
    String other = person();
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    assertThat(token.call("entity", "uuid", other).path("result").path("uuid").asText())
        .isEqualTo(uuid);
    ok(token.call("entity", "uuid", "zzz", "id", "1", "key_attribute", "x", "type_name", "x"));
    error(CaptureApi.byToken(FIRST, "unknown").call("entity"), 413, "no_access_grant");
    CaptureApi expired = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid, "expired"));
    error(expired.call("entity"), 414, "access_token_expired");
    error(token.call("entity.find"), 403, "client_permission_error");
  }

  private JsonNode byKey(String attribute, String value) {
    return direct.call("entity", "key_attribute", attribute, "key_value", value).path("result");
  }

  private JsonNode check(String uuid, String password) {
    return direct.call(
        "entity", "uuid", uuid, "password_attribute", "password", "password_value", password);
  }
}
