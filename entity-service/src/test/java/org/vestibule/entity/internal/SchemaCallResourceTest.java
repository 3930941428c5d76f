package org.vestibule.entity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.InternalApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

/** What config-service asks of schemas. */
@QuarkusTest
class SchemaCallResourceTest extends ServiceTest {
  @Test
  void names_areThoseOfTheApplication() {
    JsonNode names = get("/internal/applications/" + FIRST.id() + "/types").path("names");
    assertThat(names).extracting(JsonNode::asText).contains("user");
    assertThat(get("/internal/applications/nothing/types").path("names")).isEmpty();
  }

  @Test
  void add_thenTheAttributeIsThere_andRemove_thenItIsGone() {
    String name = newName();

    assertThat(add(definition(name, "string"))).isEqualTo("changed");
    assertThat(schema()).contains("\"" + name + "\"");
    assertThat(new InternalApi(SECOND).get(schemaPath(SECOND.id())).asString())
        .doesNotContain(name);
    assertThat(code(change("add", Json.object().set("definition", definition(name, "string")))))
        .isEqualTo(233);

    assertThat(change("remove", Json.object().put("path", name)).path("outcome").asText())
        .isEqualTo("changed");
    assertThat(schema()).doesNotContain(name);
    assertThat(code(change("remove", Json.object().put("path", name)))).isEqualTo(223);
  }

  @Test
  void wrongDefinitions_areRefusedWithTheirReason() {
    ObjectNode typeless = Json.object().put("name", newName());
    assertThat(code(change("add", Json.object().set("definition", typeless)))).isEqualTo(200);
    assertThat(code(change("add", Json.object()))).isEqualTo(200);
    assertThat(code(change("add", Json.object().set("definition", definition("uuid", "string")))))
        .isEqualTo(234);
    assertThat(code(change("remove", Json.object().put("path", "uuid")))).isEqualTo(234);
  }

  private String add(ObjectNode definition) {
    return change("add", Json.object().set("definition", definition)).path("outcome").asText();
  }

  private static ObjectNode definition(String name, String type) {
    return Json.object().put("name", name).put("type", type);
  }

  private JsonNode change(String operation, JsonNode body) {
    return Json.parse(
        internal
            .post("attributes/" + operation, body)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray());
  }

  private static int code(JsonNode reply) {
    return reply.path("violations").path(0).path("code").asInt();
  }

  private String schema() {
    return internal.get(schemaPath(FIRST.id())).asString();
  }

  private static String schemaPath(String application) {
    return "/internal/applications/" + application + "/types/user";
  }

  private JsonNode get(String path) {
    return Json.parse(internal.get(path).then().statusCode(200).extract().asByteArray());
  }
}
