package org.vestibule.entity.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

@QuarkusTest
class PasswordHistoryTransferTest extends ServiceTest {
  private static final String MD5 =
      "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";

  private final String type = newName();
  private final Imports imports = new Imports(FIRST, "operator", type);

  /** An application may have a hundred types. */
  @AfterEach
  void remove() {
    call("entityType.delete", "commit", "true");
  }

  @Test
  void formerPasswords_goWithTheRecord_andMayNotComeAgain() {
    create(3);
    String uuid = ok(call("entity.create", "attributes", password("One.1"))).path("uuid").asText();
    for (String next : List.of("Two.2", "Three.3", "Four.4")) {
      ok(update(uuid, next));
    }
    JsonNode exported = exported(true).get(0);
    assertThat(exported.at("/password/history")).hasSize(2);
    assertThat(exported.at("/password/history/0").fieldNames())
        .toIterable()
        .containsExactly("type", "value");
    ok(call("entity.delete", "uuid", uuid));
    assertThat(taken(Json.write(exported))).isEqualTo(1);
    assertThat(exported(true)).containsExactly(exported);

    for (String last : List.of("Four.4", "Three.3", "Two.2")) {
      error(update(uuid, last), 352, "password_unacceptable");
    }
    ok(update(uuid, "One.1"));
    error(update(uuid, "Three.3"), 352, "password_unacceptable");
    ok(update(uuid, "Two.2"));
  }

  @Test
  void history_isSeenInFilesWithPasswordsOnly() {
    create(3);
    String uuid = ok(call("entity.create", "attributes", password("One.1"))).path("uuid").asText();
    ok(update(uuid, "Two.2"));
    assertThat(exported(false).get(0).path("password").isNull()).isTrue();
    assertThat(Json.write(ok(call("entity", "uuid", uuid))))
        .contains("argon2")
        .doesNotContain("history");
    error(
        call(
            "entity.update", "uuid", uuid, "attributes", "{\"password\":" + withHistory(MD5) + "}"),
        340,
        "invalid_data_format");
  }

  @Test
  void aTypeWithoutHistory_leavesItOut_andAFileWithoutItIsTakenAsItIs() {
    create(0);
    assertThat(taken("{\"password\":" + withHistory(MD5) + "}", "{\"password\":" + MD5 + "}"))
        .isEqualTo(2);
    assertThat(exported(true)).extracting(it -> it.path("password").toString()).containsOnly(MD5);
  }

  @Test
  void aRecordWithoutAPassword_keepsItsFormerOnes() {
    create(2);
    String uuid = ok(call("entity.create", "attributes", password("One.1"))).path("uuid").asText();
    ok(call("entity.update", "uuid", uuid, "attributes", "{\"password\":null}"));
    JsonNode exported = exported(true).get(0);
    assertThat(exported.path("password").fieldNames()).toIterable().containsExactly("history");
    ok(call("entity.delete", "uuid", uuid));
    assertThat(taken(Json.write(exported))).isEqualTo(1);
    assertThat(ok(call("entity", "uuid", uuid)).at("/result/password").isNull()).isTrue();
    error(update(uuid, "One.1"), 352, "password_unacceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "7",
        "null",
        "[7]",
        "[\"Plain.1\"]",
        "[{\"type\":\"password-md5\"}]",
        "[{\"type\":\"password-bcrypt\",\"value\":\"x\"}]",
        "[{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\",\"history\":[]}]",
      })
  void whatIsNoHistory_isRejected(String history) {
    create(3);
    JsonNode outcome =
        imports.take(
            imports.begin(),
            0,
            "{\"password\":{\"history\":" + history + "}}",
            "{\"name\":\"behind it\"}");
    assertThat(outcome.path("stored").asInt()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.at("/rejections/0/index").asInt()).isZero();
    assertThat(outcome.at("/rejections/0/attribute").asText()).isEqualTo("/password");
  }

  @Test
  void tooLongAHistory_isRejected() {
    create(10);
    String eleven = String.join(",", java.util.Collections.nCopies(11, MD5));
    assertThat(taken("{\"password\":{\"history\":[" + eleven + "]}}")).isZero();
  }

  private static String withHistory(String hash) {
    ObjectNode password = (ObjectNode) Json.parse(hash);
    password.putArray("history").add(Json.parse(hash));
    return Json.write(password);
  }

  private static String password(String plain) {
    return "{\"password\":\"" + plain + "\"}";
  }

  private int taken(String... lines) {
    return imports.take(imports.begin(), 0, lines).path("stored").asInt();
  }

  private List<JsonNode> exported(boolean passwords) {
    return Exports.page(imports, Exports.all().put("passwords", passwords));
  }

  private void create(int historySize) {
    ok(
        call(
            "entityType.create",
            "attr_defs",
            "[{\"name\":\"name\",\"type\":\"string\"},"
                + "{\"name\":\"password\",\"type\":\"password\"}]"));
    ok(call("entityType.setPasswordSettings", "settings", "{\"historySize\":" + historySize + "}"));
  }

  private JsonNode update(String uuid, String plain) {
    return call("entity.update", "uuid", uuid, "attributes", password(plain));
  }

  private JsonNode call(String operation, String... parameters) {
    return owner.call(
        operation,
        Stream.concat(Stream.of("type_name", type), Stream.of(parameters)).toArray(String[]::new));
  }
}
