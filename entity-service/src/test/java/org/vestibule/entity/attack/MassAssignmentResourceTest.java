package org.vestibule.entity.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.platform.json.Json;

/** What the server keeps about a record cannot be written by whoever writes the record. */
@QuarkusTest
class MassAssignmentResourceTest extends ServiceTest {
  private static final String OTHER = "00000000-0000-4000-8000-000000000001";

  /** What is given, the code of a creation, the code of a change; 0 is allowed. */
  private static final List<String> INPUTS =
      List.of(
          "{'uuid':'" + OTHER + "'} 234 234",
          "{'id':1} 320 234",
          "{'id':null} 320 234",
          "{'lastUpdated':'2001-01-01'} 234 234",
          "{'created':'2001-01-01'} 0 234",
          "{'created':5} 341 234",
          "{'created':'soon'} 342 234",
          "{'Uuid':'" + OTHER + "'} 223 223",
          "{'last_updated':'2001-01-01'} 223 223",
          "{'schema_version':7} 223 223",
          "{'schemaVersion':7} 223 223",
          "{'doc':{}} 223 223",
          "{'passwords':{'/password':{'type':'password-sha','value':'x'}}} 223 223",
          "{'/password':'x'} 223 223",
          "{'__proto__':{}} 223 223",
          "{'primaryAddress':{'uuid':'x'}} 223 223",
          "{'primaryAddress.city':'x'} 223 223",
          "{'photos':[{'uuid':'x'}]} 223 223",
          "{'password':{'type':'password-none','value':'x'}} 340 340",
          "{'password':{'type':'password-argon2id'}} 340 340",
          "{'password':{'value':'x'}} 340 340",
          "{'password':{'type':'password-argon2id','value':'x','admin':true}} 340 340",
          "{'password':['x']} 341 341",
          "{'password':7} 341 341");

  @Test
  void creation_givesItsOwnNames() {
    for (String line : INPUTS) {
      String[] parts = line.split(" ");
      String attributes = parts[0].replace('\'', '"');
      int code = Integer.parseInt(parts[1]);
      JsonNode single = direct.create(attributes);
      JsonNode many =
          ok(direct.call("entity.bulkCreate", "all_attributes", "[" + attributes + "]"))
              .path("results")
              .path(0);
      if (code == 0) {
        assertThat(single.path("uuid").asText()).isNotEqualTo(OTHER);
        assertThat(many.isIntegralNumber()).isTrue();
      } else {
        assertThat(single.path("code").asInt()).as(line + single).isEqualTo(code);
        assertThat(many.path("code").asInt()).as(line + many).isEqualTo(code);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity.update", "entity.replace"})
  void change_leavesThemAsTheyAre(String operation) {
    String uuid = person();
    JsonNode before = direct.byUuid(uuid);
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    for (String line : INPUTS) {
      String[] parts = line.split(" ");
      String attributes = parts[0].replace('\'', '"');
      int code = Integer.parseInt(parts[2]);
      for (CaptureApi caller : List.of(direct, token)) {
        JsonNode reply = caller.call(operation, "uuid", uuid, "attributes", attributes);
        assertThat(reply.path("code").asInt()).as(line + reply).isEqualTo(code);
      }
    }
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"uuid,234", "id,234", "created,234", "lastUpdated,234", "doc,223", "passwords,223"})
  void place_isNoWayAround(String place, int code) {
    String uuid = person();
    JsonNode before = direct.byUuid(uuid);
    for (String operation : List.of("entity.update", "entity.replace")) {
      JsonNode reply =
          direct.call(
              operation, "uuid", uuid, "attribute_name", place, "value", "\"" + OTHER + "\"");
      assertThat(reply.path("code").asInt()).as(reply.toString()).isEqualTo(code);
    }
    JsonNode removed = direct.call("entity.delete", "uuid", uuid, "attribute_name", place);
    assertThat(removed.path("code").asInt()).as(removed.toString()).isEqualTo(code);
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void whatWasRead_isWrittenBackWithoutHarm() {
    String uuid =
        ok(direct.create("{\"email\":\"" + email() + "\",\"password\":\"Test.123456\"}"))
            .path("uuid")
            .asText();
    ObjectNode read = (ObjectNode) direct.byUuid(uuid);
    ok(direct.call("entity.update", "uuid", uuid, "attributes", Json.write(read)));
    JsonNode now = direct.byUuid(uuid);
    for (Map.Entry<String, JsonNode> member : read.properties()) {
      if (!member.getKey().equals("lastUpdated")) {
        assertThat(now.get(member.getKey())).isEqualTo(member.getValue());
      }
    }
    ok(
        direct.call(
            "entity",
            "uuid",
            uuid,
            "password_attribute",
            "password",
            "password_value",
            "Test.123456"));
    ObjectNode renamed = read.deepCopy().put("uuid", UUID.randomUUID().toString());
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", Json.write(renamed)),
        234,
        "reserved_attribute");
  }

  @Test
  void readersAndTokens_neverSeeAHash() {
    String uuid = ok(direct.create("{\"password\":\"Test.123456\"}")).path("uuid").asText();
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    List<JsonNode> replies =
        List.of(
            direct.call("entity", "uuid", uuid),
            direct.call("entity", "uuid", uuid, "attribute_name", "password"),
            direct.call("entity", "uuid", uuid, "attributes", "[\"password\"]"),
            direct.call("entity.find", "filter", "uuid = '" + uuid + "'"),
            direct.call(
                "entity.update", "uuid", uuid, "attributes", "{}", "include_record", "true"),
            token.call("entity"),
            token.call("entity", "attribute_name", "password"),
            token.call("entity.update", "attributes", "{}", "include_record", "true"));
    for (JsonNode reply : replies) {
      assertThat(ok(reply).toString()).doesNotContain("$argon2id").doesNotContain("\"value\":\"$");
    }
    for (String path : List.of("password.value", "password.type", "passwords")) {
      error(direct.call("entity", "uuid", uuid, "attribute_name", path), 223, "unknown_attribute");
      error(direct.call("entity.find", "sort_on", "[\"" + path + "\"]"), 223, "unknown_attribute");
      error(direct.call("entity.find", "filter", path + " > 'a'"), 200, "invalid_argument");
    }
    error(direct.call("entity.find", "sort_on", "[\"password\"]"), 200, "invalid_argument");
    error(direct.call("entity.find", "filter", "password > '$a'"), 200, "invalid_argument");
    error(
        direct.call("entity", "key_attribute", "password", "key_value", "x"),
        200,
        "invalid_argument");
  }
}
