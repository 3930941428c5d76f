package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.platform.json.Json;

/** Older clients send everything, writes too, with GET. */
@QuarkusTest
class GetVariantsResourceTest extends ServiceTest {
  @ParameterizedTest
  @CsvSource({
    "entity.replace,uuid",
    "entity.bulkCreate,all_attributes",
    "entity.bulkDelete,filter",
    "entity.purge,commit",
    "entity.attributeValues,attribute_path",
    "entity.adopt,id",
    "versions/entity,uuid",
    "versions/entity.list,uuid"
  })
  void operation_answersGet(String operation, String missing) {
    JsonNode refused = error(get(operation), 100, "missing_argument");
    assertThat(refused.path("argument_name").asText()).isEqualTo(missing);
  }

  @Test
  void writes_workByGet() {
    JsonNode created = ok(get("entity.bulkCreate", "all_attributes", "[{\"gender\":\"x\"}]"));
    String uuid = created.path("uuid_results").path(0).asText();
    ok(get("entity.replace", "uuid", uuid, "attributes", "{}"));
    assertThat(direct.byUuid(uuid).path("gender").isNull()).isTrue();
    ok(get("entity.bulkDelete", "commit", "true", "filter", "uuid = '" + uuid + "'"));
    error(direct.call("entity", "uuid", uuid), 310, "record_not_found");
  }

  private JsonNode get(String operation, String... parameters) {
    RequestSpecification request = owner.request().queryParam("type_name", "user");
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return Json.parse(request.get("/" + operation).then().extract().asByteArray());
  }
}
