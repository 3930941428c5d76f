package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;

@QuarkusTest
class EntityTypeResourceTest extends ServiceTest {
  private static final String DEFINITIONS =
      """
      [{"name":"title","type":"string","length":20,"case-sensitive":false,"constraints":["unique"]},
       {"name":"address","type":"object","attr_defs":[{"name":"city","type":"string"}]},
       {"name":"tags","type":"plural","attr_defs":[
         {"name":"key","type":"string","constraints":["required","locally-unique"],"features":["primary-key"]},
         {"name":"value","type":"integer"}]}]
      """;

  private String newType() {
    String name = newName();
    ok(owner.call("entityType.create", "type_name", name, "attr_defs", DEFINITIONS));
    return name;
  }

  private JsonNode type(String name) {
    return ok(owner.call("entityType", "type_name", name)).path("schema");
  }

  private static List<String> names(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("attr_defs").forEach(it -> names.add(it.path("name").asText()));
    return names;
  }

  @Test
  void create_makesATypeThatRecordsCanBeMadeOf() {
    String name = newType();
    JsonNode schema = type(name);
    assertThat(schema.path("name").asText()).isEqualTo(name);
    assertThat(names(schema))
        .containsExactly("id", "uuid", "created", "lastUpdated", "title", "address", "tags");
    assertThat(schema.path("attr_defs").path(4).toString())
        .isEqualTo(
            "{\"name\":\"title\",\"type\":\"string\",\"length\":20,\"case-sensitive\":false,"
                + "\"constraints\":[\"unique\"]}");
    assertThat(
            names(
                ok(owner.call("entityType", "type_name", name, "remove_reserved", "true"))
                    .path("schema")))
        .containsExactly("title", "address", "tags");
    assertThat(ok(owner.call("entityType.list")).path("results").toString())
        .contains("\"user\"", "\"" + name + "\"");
    ok(create(name, "{\"title\":\"a\"}"));
    error(create(name, "{\"title\":\"A\"}"), 361, "unique_violation");
    error(
        owner.call("entityType.create", "type_name", name, "attr_defs", "[]"),
        232,
        "entity_type_exists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|200",
        "[{\"type\":\"string\"}]|200",
        "[{\"name\":\"a\"}]|200",
        "[{\"name\":\"a\",\"type\":\"strings\"}]|200",
        "[{\"name\":\"a\",\"type\":\"uuid\"}]|200",
        "[{\"name\":\"a\",\"type\":\"password-own\"}]|200",
        "[{\"name\":\"1a\",\"type\":\"string\"}]|200",
        "[{\"name\":\"a'b\",\"type\":\"string\"}]|200",
        "[{\"name\":\"a\",\"type\":\"string\",\"length\":0}]|200",
        "[{\"name\":\"a\",\"type\":\"integer\",\"length\":4}]|200",
        "[{\"name\":\"a\",\"type\":\"string\",\"constraints\":[\"nice\"]}]|200",
        "[{\"name\":\"a\",\"type\":\"string\",\"constraints\":[\"locally-unique\"]}]|200",
        "[{\"name\":\"a\",\"type\":\"integer\",\"constraints\":[\"email-address\"]}]|200",
        "[{\"name\":\"a\",\"type\":\"json\",\"constraints\":[\"unique\"]}]|200",
        "[{\"name\":\"a\",\"type\":\"string\",\"features\":[\"primary-key\"]}]|200",
        "[{\"name\":\"a\",\"type\":\"object\"}]|200",
        "[{\"name\":\"a\",\"type\":\"object\",\"attr_defs\":[]}]|200",
        "[{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"a\",\"type\":\"string\"}]|233",
        "[{\"name\":\"uuid\",\"type\":\"string\"}]|234",
        "[{\"name\":\"p\",\"type\":\"plural\",\"attr_defs\":[{\"name\":\"id\",\"type\":\"integer\"}]}]|234"
      })
  void create_refusesWhatIsNoSchema(String definitions, int code) {
    String name = newName();
    JsonNode reply = owner.call("entityType.create", "type_name", name, "attr_defs", definitions);
    assertThat(reply.path("code").asInt()).as(reply.toString()).isEqualTo(code);
    assertThat(ok(owner.call("entityType.list")).path("results").toString()).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a", "a-b", "a;drop table entity_type", "\u00e4"})
  void create_refusesWhatIsNoName(String name) {
    error(
        owner.call("entityType.create", "type_name", name, "attr_defs", "[]"),
        200,
        "invalid_argument");
  }

  @Test
  void attributes_comeMoveAndGo_whileRecordsKeepTheRest() {
    String name = newType();
    String uuid = ok(create(name, "{\"title\":\"a\"}")).path("uuid").asText();
    add(name, "{\"name\":\"note\",\"type\":\"string\"}");
    add(name, "{\"name\":\"address.zip\",\"type\":\"string\"}");
    add(name, "{\"name\":\"tags.seen\",\"type\":\"dateTime\"}");
    set(name, uuid, "{\"note\":\"n\",\"address\":{\"zip\":\"1\"},\"tags\":[{\"key\":\"k\"}]}");
    assertThat(record(name, uuid).path("tags").path(0).has("seen")).isTrue();

    ok(
        owner.call(
            "entityType.renameAttribute",
            "type_name",
            name,
            "source_name",
            "note",
            "target_name",
            "remark"));
    JsonNode renamed = record(name, uuid);
    assertThat(renamed.path("remark").asText()).isEqualTo("n");
    assertThat(renamed.has("note")).isFalse();
    assertThat(found(name, "remark = 'n'")).isEqualTo(1);
    set(name, uuid, "{\"remark\":\"m\"}");
    assertThat(record(name, uuid).path("remark").asText()).isEqualTo("m");

    add(name, "{\"name\":\"note\",\"type\":\"integer\"}");
    assertThat(record(name, uuid).path("note").isNull()).isTrue();
    set(name, uuid, "{\"note\":7}");
    assertThat(record(name, uuid).path("note").asInt()).isEqualTo(7);
    assertThat(record(name, uuid).path("remark").asText()).isEqualTo("m");

    remove(name, "remark");
    assertThat(record(name, uuid).has("remark")).isFalse();
    error(
        owner.call("entity.find", "type_name", name, "filter", "remark = 'm'"),
        200,
        "invalid_argument");
    add(name, "{\"name\":\"remark\",\"type\":\"string\"}");
    assertThat(record(name, uuid).path("remark").isNull()).isTrue();
    assertThat(found(name, "remark is null")).isEqualTo(1);
    assertThat(record(name, uuid).path("title").asText()).isEqualTo("a");
  }

  @Test
  void removedValues_neverComeBack() {
    String name = newType();
    String uuid =
        ok(create(name, "{\"address\":{\"city\":\"Leiden\"},\"title\":\"x\"}"))
            .path("uuid")
            .asText();
    add(name, "{\"name\":\"address.zip\",\"type\":\"string\"}");
    remove(name, "address.city");
    add(name, "{\"name\":\"address.city\",\"type\":\"string\"}");
    assertThat(record(name, uuid).path("address").path("city").isNull()).isTrue();
    assertThat(found(name, "address.city = 'Leiden'")).isZero();
    set(name, uuid, "{\"address\":{\"city\":\"Delft\"}}");
    assertThat(found(name, "address.city = 'Delft'")).isEqualTo(1);
    assertThat(ok(owner.call("entityType", "type_name", name)).toString()).doesNotContain("~");
  }

  @Test
  void changes_areRefusedAsDocumented() {
    String name = newType();
    error(
        owner.call("entityType.removeAttribute", "type_name", name, "attribute_name", "uuid"),
        234,
        "reserved_attribute");
    error(
        owner.call("entityType.removeAttribute", "type_name", name, "attribute_name", "none"),
        223,
        "unknown_attribute");
    error(
        owner.call(
            "entityType.removeAttribute", "type_name", name, "attribute_name", "address.city"),
        200,
        "invalid_argument");
    error(
        owner.call(
            "entityType.addAttribute",
            "type_name",
            name,
            "attr_def",
            "{\"name\":\"title\",\"type\":\"string\"}"),
        233,
        "attribute_exists");
    error(
        owner.call(
            "entityType.addAttribute",
            "type_name",
            name,
            "attr_def",
            "{\"name\":\"none.title\",\"type\":\"string\"}"),
        223,
        "unknown_attribute");
    error(
        owner.call(
            "entityType.addAttribute",
            "type_name",
            name,
            "attr_def",
            "{\"name\":\"created\",\"type\":\"string\"}"),
        234,
        "reserved_attribute");
    error(
        owner.call(
            "entityType.renameAttribute",
            "type_name",
            name,
            "source_name",
            "title",
            "target_name",
            "tags"),
        233,
        "attribute_exists");
    error(owner.call("entityType", "type_name", "nobody"), 222, "unknown_entity_type");
    error(
        direct.call("entityType.addAttribute", "type_name", name, "attr_def", "{}"),
        403,
        "client_permission_error");
    error(
        CaptureApi.by(SECOND.client("owner")).call("entityType", "type_name", name),
        222,
        "unknown_entity_type");
  }

  @Test
  void uniqueness_isSetWhereItHolds_andRefusedWithTheNumberWhereNot() {
    String name = newType();
    for (String city : List.of("Leiden", "Leiden", "Delft")) {
      ok(
          create(
              name,
              "{\"address\":{\"city\":\"" + city + "\"},\"tags\":[{\"key\":\"k\",\"value\":1}]}"));
    }
    JsonNode refused = constrain(name, "address.city", "[\"unique\"]");
    error(refused, 361, "unique_violation");
    assertThat(refused.path("duplicate_count").asText()).isEqualTo("1");
    JsonNode plural = constrain(name, "tags.value", "[\"unique\"]");
    error(plural, 361, "unique_violation");
    assertThat(plural.path("duplicate_count").asText()).isEqualTo("2");
    assertThat(type(name).toString())
        .doesNotContain(
            "\"city\",\"type\":\"string\",\"length\":null,\"case-sensitive\":true,\"constraints\"");
    // What was refused stands in nobody's way.
    ok(create(name, "{\"address\":{\"city\":\"Leiden\"},\"tags\":[{\"key\":\"k\",\"value\":1}]}"));

    assertThat(
            owner
                .call("entity.find", "type_name", name, "filter", "address.city = 'Leiden'")
                .path("result_count")
                .asInt())
        .isEqualTo(3);
    add(name, "{\"name\":\"code\",\"type\":\"string\",\"constraints\":[\"unique\"]}");
    ok(create(name, "{\"code\":\"1\"}"));
    error(create(name, "{\"code\":\"1\"}"), 361, "unique_violation");
    ok(constrain(name, "code", "[]"));
    ok(create(name, "{\"code\":\"1\"}"));
  }

  @Test
  void uniquenessBelowPlurals_isFilledFromWhatIsStored() {
    String name = newType();
    for (int value = 1; value <= 3; value++) {
      ok(create(name, "{\"tags\":[{\"key\":\"k\",\"value\":" + value + "}]}"));
    }
    ok(constrain(name, "tags.value", "[\"unique\"]"));
    error(create(name, "{\"tags\":[{\"key\":\"k\",\"value\":2}]}"), 361, "unique_violation");
    ok(constrain(name, "tags.value", "[]"));
    ok(create(name, "{\"tags\":[{\"key\":\"k\",\"value\":2}]}"));
  }

  @Test
  void localUniqueness_isCheckedOnWhatIsStored() {
    String name = newType();
    ok(create(name, "{\"tags\":[{\"key\":\"a\",\"value\":1},{\"key\":\"b\",\"value\":1}]}"));
    error(constrain(name, "tags.value", "[\"locally-unique\"]"), 361, "unique_violation");
    error(constrain(name, "title", "[\"locally-unique\"]"), 200, "invalid_argument");
    error(constrain(name, "title", "[\"lovely\"]"), 200, "invalid_argument");
    error(constrain(name, "id", "[]"), 234, "reserved_attribute");
  }

  @Test
  void descriptions_areJsonStrings() {
    String name = newType();
    JsonNode schema =
        ok(owner.call(
                "entityType.setAttributeDescription",
                "type_name",
                name,
                "attribute_name",
                "title",
                "description",
                "\"what it is called\""))
            .path("schema");
    assertThat(schema.path("attr_defs").path(4).path("description").asText())
        .isEqualTo("what it is called");
  }

  @Test
  void delete_needsCommit() {
    String name = newType();
    error(owner.call("entityType.delete", "type_name", name), 100, "missing_argument");
    ok(owner.call("entityType.delete", "type_name", name, "commit", "false"));
    type(name);
    ok(owner.call("entityType.delete", "type_name", name, "commit", "true"));
    error(owner.call("entityType", "type_name", name), 222, "unknown_entity_type");
    error(owner.call("entity.count", "type_name", name), 222, "unknown_entity_type");
  }

  @Test
  void token_readsTheTypeOfItsRecord() {
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, person()));
    assertThat(
            ok(token.call("entityType", "type_name", "none")).path("schema").path("name").asText())
        .isEqualTo("user");
    error(token.call("entityType.list"), 403, "client_permission_error");
  }

  @Test
  void concurrentChanges_allTakeEffect() {
    String name = newType();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String attribute = "{\"name\":\"extra" + i + "\",\"type\":\"string\"}";
      writers.add(new Thread(() -> add(name, attribute)));
    }
    writers.forEach(Thread::start);
    writers.forEach(EntityTypeResourceTest::join);
    assertThat(names(type(name))).contains("extra0", "extra1", "extra2", "extra3");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private JsonNode create(String type, String attributes) {
    return owner.call("entity.create", "type_name", type, "attributes", attributes);
  }

  private void add(String type, String definition) {
    ok(owner.call("entityType.addAttribute", "type_name", type, "attr_def", definition));
  }

  private void remove(String type, String path) {
    ok(owner.call("entityType.removeAttribute", "type_name", type, "attribute_name", path));
  }

  private JsonNode constrain(String type, String path, String constraints) {
    return owner.call(
        "entityType.setAttributeConstraints",
        "type_name",
        type,
        "attribute_name",
        path,
        "constraints",
        constraints);
  }

  private void set(String type, String uuid, String attributes) {
    ok(owner.call("entity.update", "type_name", type, "uuid", uuid, "attributes", attributes));
  }

  private JsonNode record(String type, String uuid) {
    return ok(owner.call("entity", "type_name", type, "uuid", uuid)).path("result");
  }

  private int found(String type, String filter) {
    return ok(owner.call("entity.count", "type_name", type, "filter", filter))
        .path("total_count")
        .asInt();
  }
}
