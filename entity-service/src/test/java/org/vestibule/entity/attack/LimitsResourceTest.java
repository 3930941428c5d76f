package org.vestibule.entity.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

/** What is too large, too deep or too slow is refused, and soon. */
@QuarkusTest
class LimitsResourceTest extends ServiceTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final String type = "l" + newName();

  @BeforeEach
  void create() {
    ok(
        owner.call(
            "entityType.create",
            "type_name",
            type,
            "attr_defs",
            "[{\"name\":\"name\",\"type\":\"string\"},{\"name\":\"free\",\"type\":\"json\"}]"));
  }

  @AfterEach
  void remove() {
    ok(owner.call("entityType.delete", "type_name", type, "commit", "true"));
  }

  private static JsonNode soon(Supplier<JsonNode> call) {
    long begin = System.nanoTime();
    JsonNode reply = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    return reply;
  }

  @Test
  void patterns_thatBacktrack_areMatchedInLinearTime() {
    String victim = "{\"name\":\"" + "a".repeat(50_000) + "!\"}";
    for (String pattern :
        List.of("(a+)+$", "(a|aa)+$", "(a|a?)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$")) {
      String rule = "{\"match-all\":" + Json.write(Json.tree(pattern)) + "}";
      String uuid =
          ok(owner.call(
                  "entityType.addRule",
                  "type_name",
                  type,
                  "attributes",
                  "[\"name\"]",
                  "definition",
                  rule))
              .path("result")
              .path("uuid")
              .asText();
      error(
          soon(() -> owner.call("entity.create", "type_name", type, "attributes", victim)),
          360,
          "constraint_violation");
      ok(owner.call("entityType.removeRule", "type_name", type, "uuid", uuid));
    }
  }

  @Test
  void patterns_thatAreTooLargeOrNone_areRefused() {
    for (String pattern :
        List.of(
            "(a{1,1000}){1,1000}",
            "((a{100}){100}){100}",
            "(?=a)b",
            "(a)\\1",
            "[",
            "(",
            "*",
            "a".repeat(20_000))) {
      String rule = "{\"match\":" + Json.write(Json.tree(pattern)) + "}";
      error(
          soon(() -> owner.call("entityType.addRule", "type_name", type, "definition", rule)),
          200,
          "invalid_argument");
    }
  }

  @Test
  void deepJson_isRefusedWhereverItStands() {
    for (String deep :
        List.of(
            "[".repeat(100_000),
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000))) {
      String[][] calls = {
        {"entity.create", "attributes", "{\"free\":" + deep + "}"},
        {"entity.create", "attributes", deep},
        {"entity.bulkCreate", "all_attributes", deep},
        {"entity.find", "attributes", deep},
        {"entity.find", "sort_on", deep},
        {"entityType.addAttribute", "attr_def", deep},
        {"entityType.addRule", "definition", deep},
        {"entityType.addProperty", "property", deep},
        {"entityType.setPasswordSettings", "settings", deep},
      };
      for (String[] call : calls) {
        JsonNode reply = soon(() -> owner.call(call[0], "type_name", type, call[1], call[2]));
        // A list of names may be given without brackets; then it is one endless name.
        assertThat(reply.path("code").asInt()).as(call[0]).isIn(200, 223);
        assertThat(reply.toString()).hasSizeLessThan(3_000);
      }
    }
  }

  @Test
  void deepSchemas_areRefused() {
    String deep =
        "{\"name\":\"a\",\"type\":\"object\",\"attr_defs\":[".repeat(11)
            + "{\"name\":\"b\",\"type\":\"string\"}"
            + "]}".repeat(11);
    error(
        owner.call("entityType.addAttribute", "type_name", type, "attr_def", deep),
        200,
        "invalid_argument");
    String wide = "{\"name\":\"a%d\",\"type\":\"string\"},";
    StringBuilder many = new StringBuilder("[");
    for (int i = 0; i < 2_001; i++) {
      many.append(wide.formatted(i));
    }
    many.setLength(many.length() - 1);
    error(
        owner.call("entityType.create", "type_name", newName(), "attr_defs", many + "]"),
        200,
        "invalid_argument");
  }

  @Test
  void hugeLists_areRefused() {
    String numbers = "[" + "1,".repeat(1_000_000) + "1]";
    for (String[] call :
        new String[][] {
          {"entity.find", "attributes"},
          {"entity.find", "sort_on"},
          {"entity.create", "attributes"},
          {"entityType.addRule", "attributes"},
        }) {
      JsonNode reply = soon(() -> owner.call(call[0], "type_name", type, call[1], numbers));
      assertThat(reply.path("code").asInt()).as(call[0] + reply).isIn(100, 200);
    }
    String elements = "{\"photos\":[" + "{},".repeat(100_000) + "{}]}";
    error(soon(() -> direct.create(elements)), 360, "constraint_violation");
    String uuid = person();
    error(
        soon(() -> direct.call("entity.update", "uuid", uuid, "attributes", elements)),
        360,
        "constraint_violation");
    error(
        soon(() -> direct.call("entity.replace", "uuid", uuid, "attributes", elements)),
        360,
        "constraint_violation");
    String records = "[" + "{},".repeat(10_000) + "{}]";
    error(
        soon(() -> direct.call("entity.bulkCreate", "all_attributes", records)),
        200,
        "invalid_argument");
  }

  @Test
  void pages_haveAnEnd() {
    for (String number :
        List.of("0", "10001", "-1", "1e3", "0x10", "9223372036854775808", "\u0661", " 5", "")) {
      JsonNode reply = direct.call("entity.find", "max_results", number, "filter", "id = 0");
      if (number.isEmpty()) {
        ok(reply);
      } else {
        error(reply, 200, "invalid_argument");
      }
    }
    ok(direct.call("entity.find", "max_results", "10000", "filter", "id = 0"));
    error(direct.call("entity.find", "first_result", "-1"), 200, "invalid_argument");
    error(direct.call("entity.find", "first_result", "10000001"), 200, "invalid_argument");
    ok(direct.call("entity.find", "first_result", "10000000"));
    ok(direct.call("entity.find", "timeout", "999999", "filter", "id = 0"));
    error(direct.call("entity.find", "timeout", "0"), 200, "invalid_argument");
    String keys = "[" + "\"id\",".repeat(10) + "\"id\"]";
    error(direct.call("entity.find", "sort_on", keys), 200, "invalid_argument");
  }

  @Test
  void filters_haveLimits() {
    for (String filter :
        List.of(
            "id = 1 or ".repeat(2_000) + "id = 1",
            "(".repeat(65) + "id = 1" + ")".repeat(65),
            "!".repeat(70) + "optIn.status",
            "givenName = '" + "x".repeat(17_000) + "'",
            "a.".repeat(100) + "b = 1")) {
      for (String operation : List.of("entity.find", "entity.count", "entity.bulkDelete")) {
        error(soon(() -> owner.call(operation, "filter", filter)), 200, "invalid_argument");
      }
    }
    String widest = "id = 1 or ".repeat(490) + "id = 1";
    ok(soon(() -> direct.call("entity.count", "filter", widest)));
    String walks = "profiles.profile.emails.value = 'x' or ".repeat(300) + "id = 1";
    JsonNode costly = soon(() -> direct.call("entity.count", "filter", walks, "timeout", "3"));
    assertThat(costly.path("code").asInt()).as(costly.toString()).isIn(0, 504);
  }

  @Test
  void bodies_haveAnEnd() {
    String text = "x".repeat(5 * 1024 * 1024);
    var reply = direct.request().formParam("attributes", text).post("/entity.create");
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(reply.asString()).contains("too large");
    error(
        direct.create("{\"givenName\":\"" + "x".repeat(4_000_000) + "\"}"),
        363,
        "length_violation");
    error(direct.create("{\"aboutMe\":\"" + "\\u0000" + "\"}"), 340, "invalid_data_format");
    error(
        direct.create("{\"display\":\"" + "x".repeat(1_100_000) + "\"}"),
        340,
        "invalid_data_format");
    error(
        direct.create("{\"password\":\"" + "x".repeat(1_000_000) + "\"}"), 363, "length_violation");
  }
}
