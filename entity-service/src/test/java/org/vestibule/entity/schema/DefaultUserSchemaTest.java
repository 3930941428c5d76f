package org.vestibule.entity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.json.Json;

class DefaultUserSchemaTest {
  private final Schema schema = TestSchemas.user();

  @Test
  void definition_hasThePrintedForm() {
    assertThat(Json.write(definition("givenName")))
        .isEqualTo(
            "{\"name\":\"givenName\",\"type\":\"string\",\"length\":1000,"
                + "\"case-sensitive\":false,\"constraints\":[\"unicode-printable\"]}");
    assertThat(Json.write(definition("aboutMe")))
        .isEqualTo(
            "{\"name\":\"aboutMe\",\"type\":\"string\",\"length\":null,\"case-sensitive\":false}");
    assertThat(Json.write(definition("id")))
        .isEqualTo(
            "{\"name\":\"id\",\"type\":\"id\","
                + "\"description\":\"simple identifier for this entity\"}");
  }

  @Test
  void reservedAttributes_comeFirst() {
    assertThat(schema.root().children().keySet())
        .startsWith("id", "uuid", "created", "lastUpdated", "accountDataRequestTime");
  }

  @Test
  void bothGenerations_areThere() {
    assertThat(located("/clients/clientId").has(Feature.PRIMARY_KEY)).isTrue();
    assertThat(located("/profiles/identifier").has(Constraint.UNIQUE)).isTrue();
    assertThat(located("/profiles/profile/organizations/location/postalCode").length())
        .isEqualTo(100);
    assertThat(located("/email").constraints())
        .containsExactlyInAnyOrder(Constraint.EMAIL_ADDRESS, Constraint.UNIQUE);
    assertThat(located("/username").has(Constraint.UNIQUE)).isTrue();
  }

  @Test
  void secondFactors_haveTheirAttributes() {
    assertThat(Json.write(definition("mobileNumber")))
        .isEqualTo(
            "{\"name\":\"mobileNumber\",\"type\":\"string\",\"length\":256,"
                + "\"case-sensitive\":false,\"constraints\":[\"unique\"]}");
    assertThat(Json.write(definition("mobileNumberVerified")))
        .isEqualTo("{\"name\":\"mobileNumberVerified\",\"type\":\"dateTime\"}");
    assertThat(Json.write(definition("emailVerified")))
        .isEqualTo("{\"name\":\"emailVerified\",\"type\":\"dateTime\"}");
  }

  @Test
  void json_isReadBackAsTheSameSchema() {
    ArrayNode written = SchemaJson.write(schema);
    assertThat(SchemaJson.read(Json.parse(Json.write(written)))).isEqualTo(schema);
  }

  @Test
  void elementsOfPlurals_haveAnIdThatIsNoDefinition() {
    assertThat(located("/photos/id").reserved()).isTrue();
    assertThat(definition("photos").path("attr_defs").findValuesAsText("name"))
        .containsExactly("type", "value");
  }

  private JsonNode definition(String name) {
    for (JsonNode definition : SchemaJson.write(schema)) {
      if (definition.path("name").asText().equals(name)) {
        return definition;
      }
    }
    throw new AssertionError(name);
  }

  private Attribute located(String path) {
    AttributePath parsed = AttributePath.parse(path).orElseThrow();
    return Located.in(schema, parsed).orElseThrow().target().orElseThrow();
  }
}
