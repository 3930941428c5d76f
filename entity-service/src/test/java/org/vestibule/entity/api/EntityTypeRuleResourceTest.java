package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;

@QuarkusTest
class EntityTypeRuleResourceTest extends ServiceTest {
  private static final String DEFINITIONS =
      """
      [{"name":"name","type":"string"},{"name":"age","type":"integer"},{"name":"born","type":"date"},
       {"name":"password","type":"password"},
       {"name":"home","type":"object","attr_defs":[{"name":"city","type":"string"}]},
       {"name":"pets","type":"plural","attr_defs":[{"name":"kind","type":"string"}]}]
      """;
  private String type;

  @BeforeEach
  void newType() {
    type = newName();
    ok(owner.call("entityType.create", "type_name", type, "attr_defs", DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | {\"match\":\"b+\"} | {\"name\":\"abba\"} | {\"name\":\"aa\"}",
        "name | {\"match-all\":\"[a-z]*\"} | {\"name\":\"abc\"} | {\"name\":\"abc1\"}",
        "name | {\"max-length\":3} | {\"name\":\"abc\"} | {\"name\":\"abcd\"}",
        "name | {\"min-length\":3} | {\"name\":\"abc\"} | {\"name\":\"ab\"}",
        "name | \"required\" | {\"name\":\"\"} | {}",
        "age | {\"less-than\":10} | {\"age\":9} | {\"age\":10}",
        "age | {\"greater-than\":10} | {\"age\":11} | {\"age\":10}",
        "born | {\"min-age\":18} | {\"born\":\"2001-02-03\"} | {\"born\":\"2020-02-03\"}",
        "name | {\"not\":{\"match\":\"x\"}} | {\"name\":\"a\"} | {\"name\":\"x\"}",
        "name | {\"or\":[{\"match\":\"x\"},{\"max-length\":1}]} | {\"name\":\"a\"} | {\"name\":\"ab\"}",
        "name | {\"and\":[{\"match\":\"x\"},{\"max-length\":1}]} | {\"name\":\"x\"} | {\"name\":\"xx\"}",
        "pets.kind | {\"match-all\":\"cat\"} | {\"pets\":[{\"kind\":\"cat\"}]} | {\"pets\":[{\"kind\":\"dog\"}]}",
        "password | {\"min-length\":8} | {\"password\":\"long enough\"} | {\"password\":\"short\"}"
      })
  void validatingRules_letThroughAndRefuse(
      String attribute, String definition, String good, String bad) {
    String uuid = rule(attribute, definition).path("uuid").asText();
    create(good);
    JsonNode refused = error(attempt(bad), 360, "constraint_violation");
    assertThat(refused.path("attribute_name").asText())
        .isEqualTo("/" + attribute.replace('.', '/'));
    assertThat(definition).contains("\"" + refused.path("constraint_name").asText() + "\"");
    ok(owner.call("entityType.removeRule", "type_name", type, "uuid", uuid));
    create(bad);
  }

  @Test
  void transformingRules_changeWhatIsWritten() {
    rule("name", "\"to-lower\"");
    rule("name", "{\"truncate\":3}");
    rule("home.city", "{\"default\":\"Leiden\"}");
    rule("age", "{\"default\":7}");
    rule("born", "\"ignore-update\"");
    JsonNode record = create("{\"name\":\"ABCDE\",\"born\":\"2001-02-03\"}");
    assertThat(record.path("name").asText()).isEqualTo("abc");
    assertThat(record.path("home").path("city").asText()).isEqualTo("Leiden");
    assertThat(record.path("age").asInt()).isEqualTo(7);
    JsonNode after =
        ok(owner.call(
                "entity.update",
                "type_name",
                type,
                "uuid",
                record.path("uuid").asText(),
                "attributes",
                "{\"born\":\"1999-01-01\",\"name\":\"XYZZY\"}",
                "include_record",
                "true"))
            .path("result");
    assertThat(after.path("born").asText()).isEqualTo("2001-02-03");
    assertThat(after.path("name").asText()).isEqualTo("xyz");
  }

  @Test
  void replacement_keepsWhatIsWrittenOnce_andFillsInDefaults() {
    rule("born", "\"ignore-update\"");
    rule("age", "{\"default\":7}");
    String uuid =
        create("{\"name\":\"a\",\"age\":1,\"born\":\"2001-02-03\"}").path("uuid").asText();
    JsonNode after =
        ok(owner.call(
                "entity.replace",
                "type_name",
                type,
                "uuid",
                uuid,
                "attributes",
                "{\"born\":\"1999-01-01\"}",
                "include_record",
                "true"))
            .path("result");
    assertThat(after.path("born").asText()).isEqualTo("2001-02-03");
    assertThat(after.path("age").asInt()).isEqualTo(7);
    assertThat(after.path("name").isNull()).isTrue();
  }

  @Test
  void bulk_keepsTheRulesToo() {
    rule("name", "{\"max-length\":2}");
    JsonNode reply =
        ok(
            owner.call(
                "entity.bulkCreate",
                "type_name",
                type,
                "commit_each",
                "smart",
                "all_attributes",
                "[{\"name\":\"ab\"},{\"name\":\"abc\"}]"));
    assertThat(reply.path("results").path(0).isNumber()).isTrue();
    assertThat(reply.path("results").path(1).path("code").asInt()).isEqualTo(360);
  }

  @Test
  void rules_areListedAsTheyWereGiven() {
    String definition = "{\"and\":[{\"match-all\":\"[a-zA-Z]*\"},{\"max-length\":25}]}";
    JsonNode added =
        ok(owner.call(
                "entityType.addRule",
                "type_name",
                type,
                "attributes",
                "[\"name\"]",
                "description",
                "\"short name\"",
                "definition",
                definition))
            .path("result");
    assertThat(added.path("attributes").toString()).isEqualTo("[\"/name\"]");
    assertThat(added.path("description").asText()).isEqualTo("short name");
    assertThat(added.path("definition").toString()).isEqualTo(definition);
    JsonNode rules = ok(owner.call("entityType.rules", "type_name", type)).path("results");
    assertThat(rules).hasSize(1);
    assertThat(rules.path(0)).isEqualTo(added);
    JsonNode properties =
        ok(owner.call("entityType.properties", "type_name", type)).path("results");
    assertThat(properties.path(0).path("property").asText()).isEqualTo("rule");
  }

  @Test
  void ruleWithoutAttributes_isAboutAllThatFit() {
    ok(owner.call("entityType.addRule", "type_name", type, "definition", "{\"max-length\":2}"));
    error(attempt("{\"home\":{\"city\":\"abc\"}}"), 360, "constraint_violation");
    create("{\"age\":12345}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"match\":\"(\"}",
        "{\"match\":\"((a{100}){100}){100}\"}",
        "{\"matches\":\"a\"}",
        "\"match\"",
        "{\"required\":true}",
        "{\"max-length\":\"3\"}",
        "{\"max-length\":-1}",
        "{\"and\":[]}",
        "{\"and\":[\"to-lower\"]}",
        "{\"max-length\":3,\"min-length\":1}",
        "7",
        "nonsense",
        "{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{\"not\":\"required\"}}}}}}}}}}"
      })
  void definitions_thatAreNone_areRefused(String definition) {
    error(
        owner.call(
            "entityType.addRule",
            "type_name",
            type,
            "attributes",
            "[\"name\"]",
            "definition",
            definition),
        200,
        "invalid_argument");
  }

  @Test
  void rules_mustFitTheirAttributes() {
    error(
        owner.call(
            "entityType.addRule",
            "type_name",
            type,
            "attributes",
            "[\"age\"]",
            "definition",
            "{\"match\":\"a\"}"),
        200,
        "invalid_argument");
    error(
        owner.call(
            "entityType.addRule",
            "type_name",
            type,
            "attributes",
            "[\"none\"]",
            "definition",
            "\"required\""),
        223,
        "unknown_attribute");
    error(
        owner.call("entityType.removeRule", "type_name", type, "uuid", "zzz"),
        200,
        "invalid_argument");
    error(
        owner.call(
            "entityType.removeRule", "type_name", type, "uuid", UUID.randomUUID().toString()),
        310,
        "record_not_found");
  }

  @Test
  void compositeUniqueness_isAboutAllAttributesTogether() {
    String property = "{\"type\":\"unique\",\"attributes\":[\"name\",\"home.city\"]}";
    JsonNode added =
        ok(owner.call("entityType.addProperty", "type_name", type, "property", property))
            .path("result");
    assertThat(added.path("property").asText()).isEqualTo("unique");
    create("{\"name\":\"a\",\"home\":{\"city\":\"x\"}}");
    create("{\"name\":\"a\",\"home\":{\"city\":\"y\"}}");
    create("{\"name\":\"a\"}");
    create("{\"name\":\"a\"}");
    error(attempt("{\"name\":\"a\",\"home\":{\"city\":\"x\"}}"), 361, "unique_violation");
    assertThat(ok(owner.call("entityType.rules", "type_name", type)).path("results")).isEmpty();
    ok(
        owner.call(
            "entityType.removeProperty", "type_name", type, "uuid", added.path("uuid").asText()));
    create("{\"name\":\"a\",\"home\":{\"city\":\"x\"}}");
    JsonNode refused =
        owner.call("entityType.addProperty", "type_name", type, "property", property);
    error(refused, 361, "unique_violation");
    assertThat(refused.path("duplicate_count").asText()).isEqualTo("1");
    error(
        owner.call(
            "entityType.addProperty",
            "type_name",
            type,
            "property",
            "{\"type\":\"unique\",\"attributes\":[\"pets.kind\"]}"),
        200,
        "invalid_argument");
  }

  @Test
  void rulesLoseAttributesThatGo() {
    rule("name", "{\"max-length\":3}");
    ok(owner.call("entityType.removeAttribute", "type_name", type, "attribute_name", "name"));
    assertThat(ok(owner.call("entityType.rules", "type_name", type)).path("results")).isEmpty();
  }

  @Test
  void passwordHistory_refusesTheLastOnes() {
    assertThat(
            ok(owner.call(
                    "entityType.setPasswordSettings",
                    "type_name",
                    type,
                    "settings",
                    "{\"historySize\":2}"))
                .path("settings")
                .path("historySize")
                .asInt())
        .isEqualTo(2);
    assertThat(ok(owner.call("entityType", "type_name", type)).toString())
        .contains("\"history\":{\"historySize\":2}");
    String uuid = create("{\"password\":\"first-1\"}").path("uuid").asText();
    error(password(uuid, "first-1"), 352, "password_unacceptable");
    ok(password(uuid, "second-2"));
    error(password(uuid, "first-1"), 352, "password_unacceptable");
    ok(password(uuid, "third-3"));
    ok(password(uuid, "first-1"));
    ok(
        owner.call(
            "entityType.setPasswordSettings",
            "type_name",
            type,
            "settings",
            "{\"historySize\":null}"));
    ok(password(uuid, "first-1"));
    assertThat(owner.call("entity", "type_name", type, "uuid", uuid).toString())
        .doesNotContain("history");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"historySize\":11}",
        "{\"historySize\":-1}",
        "{\"historySize\":\"2\"}",
        "{}",
        "[]"
      })
  void passwordSettings_haveLimits(String settings) {
    error(
        owner.call("entityType.setPasswordSettings", "type_name", type, "settings", settings),
        200,
        "invalid_argument");
  }

  @Test
  void accessSchemas_narrowAClient() {
    CaptureApi reader = CaptureApi.by(FIRST.client("direct_read_access"));
    String uuid = create("{\"name\":\"n\",\"age\":5}").path("uuid").asText();
    JsonNode set =
        ok(access("set", "direct_read_access", "read", "attributes", "[\"age\",\"uuid\"]"));
    assertThat(set.path("notice").asText()).contains("uuid");
    assertThat(set.path("schema").path("attr_defs")).hasSize(5);
    JsonNode record = ok(reader.call("entity", "type_name", type, "uuid", uuid)).path("result");
    assertThat(record.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "uuid", "created", "lastUpdated", "age");
    assertThat(ok(access("get", "direct_read_access", "read")).path("schema"))
        .isEqualTo(set.path("schema"));
    assertThat(ok(access("get", "direct_access", "read")).path("schema").path("attr_defs"))
        .hasSize(10);
    ok(access("delete", "direct_read_access", "read"));
    ok(access("delete", "direct_read_access", "read"));
    assertThat(
            ok(reader.call("entity", "type_name", type, "uuid", uuid)).path("result").has("name"))
        .isTrue();
  }

  @Test
  void elementsWithHiddenAttributes_areNotRemovedByWhoMayNotWriteThem() {
    ok(
        owner.call(
            "entityType.addAttribute",
            "type_name",
            type,
            "attr_def",
            "{\"name\":\"pets.chip\",\"type\":\"string\"}"));
    ok(access("set", "direct_access", "write", "attributes", "[\"name\",\"pets.kind\"]"));
    JsonNode record = create("{\"pets\":[{\"kind\":\"cat\",\"chip\":\"secret\"}]}");
    String uuid = record.path("uuid").asText();
    String pet = "pets#" + record.path("pets").path(0).path("id").asText();
    for (String[] attempt :
        new String[][] {
          {"entity.update", "attributes", "{\"pets\":null}"},
          {"entity.delete", "attribute_name", pet},
          {"entity.delete", "attribute_name", "pets"}
        }) {
      error(
          direct.call(attempt[0], "type_name", type, "uuid", uuid, attempt[1], attempt[2]),
          223,
          "unknown_attribute");
    }
    ok(
        direct.call(
            "entity.update",
            "type_name",
            type,
            "uuid",
            uuid,
            "attribute_name",
            pet,
            "value",
            "{\"kind\":\"dog\"}"));
    JsonNode pets =
        ok(owner.call("entity", "type_name", type, "uuid", uuid)).path("result").path("pets");
    assertThat(pets.path(0).path("chip").asText()).isEqualTo("secret");
    assertThat(pets.path(0).path("kind").asText()).isEqualTo("dog");
  }

  @Test
  void accessSchemas_areRefusedAsDocumented() {
    error(access("set", "direct_access", "see", "attributes", "[]"), 200, "invalid_argument");
    error(
        access("set", "direct_access", "read", "attributes", "[\"none\"]"),
        223,
        "unknown_attribute");
    JsonNode stranger =
        owner.call(
            "entityType.getAccessSchema",
            "type_name",
            type,
            "for_client_id",
            SECOND.client("owner").id(),
            "access_type",
            "read");
    error(stranger, 200, "invalid_argument");
    assertThat(stranger.path("error_description").asText()).contains("for_client_id");
    error(
        direct.call(
            "entityType.setAccessSchema",
            "type_name",
            type,
            "for_client_id",
            FIRST.client("direct_access").id(),
            "access_type",
            "read",
            "attributes",
            "[]"),
        403,
        "client_permission_error");
  }

  private JsonNode access(String operation, String feature, String side, String... more) {
    String[] parameters = new String[6 + more.length];
    String[] first = {
      "type_name", type, "for_client_id", FIRST.client(feature).id(), "access_type", side
    };
    System.arraycopy(first, 0, parameters, 0, 6);
    System.arraycopy(more, 0, parameters, 6, more.length);
    return owner.call("entityType." + operation + "AccessSchema", parameters);
  }

  private JsonNode rule(String attribute, String definition) {
    return ok(owner.call(
            "entityType.addRule",
            "type_name",
            type,
            "attributes",
            "[\"" + attribute + "\"]",
            "definition",
            definition))
        .path("result");
  }

  private JsonNode attempt(String attributes) {
    return owner.call("entity.create", "type_name", type, "attributes", attributes);
  }

  private JsonNode create(String attributes) {
    return ok(owner.call(
            "entity.create", "type_name", type, "attributes", attributes, "include_record", "true"))
        .path("result");
  }

  private JsonNode password(String uuid, String plain) {
    return owner.call(
        "entity.update",
        "type_name",
        type,
        "uuid",
        uuid,
        "attribute_name",
        "password",
        "value",
        "\"" + plain + "\"");
  }
}
