package org.vestibule.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Rows;
import org.vestibule.config.Tenant;

/** CONF-12 to CONF-15, {@code /schemas} and {@code /meta/fieldTypes}. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class SchemaResourcesTest {
  @Inject Rows rows;
  private Tenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = Operator.newTenant();
  }

  @Test
  void entityTypes_areThoseOfTheEntityService() {
    get("/entityTypes")
        .then()
        .statusCode(200)
        .body("name", contains("user", "order"))
        .body("[0]._self", equalTo(tenant.path("/entityTypes/user")));
    get("/entityTypes/user")
        .then()
        .statusCode(200)
        .body("_self", equalTo(tenant.path("/entityTypes/user")))
        .body("_attributes", equalTo(tenant.path("/entityTypes/user/attributes")))
        .body("name", equalTo("user"));
    get("/entityTypes/nobody")
        .then()
        .statusCode(404)
        .body("errors", equalTo("Entity type not found."));
    get("/entityTypes/" + "x".repeat(300)).then().statusCode(404);
  }

  @Test
  void attributes_haveAMemberForEachAbility() {
    get("/entityTypes/user/attributes/email")
        .then()
        .statusCode(200)
        .body("_self", equalTo(tenant.path("/entityTypes/user/attributes/email")))
        .body("type", equalTo("string"))
        .body("length", equalTo(256))
        .body("default", nullValue())
        .body("required", equalTo(true))
        .body("unique", equalTo(true))
        .body("locally-unique", equalTo(false))
        .body("primary-key", equalTo(false))
        .body("query", equalTo(true))
        .body("reverse-query", equalTo(false))
        .body("case-sensitive", equalTo(false))
        .body("keySet()", hasSize(15));
    get("/entityTypes/user/attributes/primaryAddress.city")
        .then()
        .statusCode(200)
        .body("name", equalTo("city"));
    get("/entityTypes/user/attributes/city")
        .then()
        .statusCode(404)
        .body("errors", equalTo("Attribute not found."));
    get("/entityTypes/user/attributes")
        .then()
        .statusCode(200)
        .body("attributes.name", hasItems("uuid", "email", "primaryAddress"))
        .body("attributes[1].length", equalTo(256));
  }

  @Test
  void schemas_listLeavesAndDefinitions() {
    get("/schemas").then().statusCode(200).body("[0]._self", equalTo(tenant.path("/schemas/user")));
    get("/schemas/user")
        .then()
        .statusCode(200)
        .body("schemaAttribute", hasItems("uuid", "email", "primaryAddress.city"))
        .body("", hasItem(Map.of("schemaAttribute", "primaryAddress.city", "type", "string")));
    get("/schemas/user/email")
        .then()
        .statusCode(200)
        .body("case_sensitive", equalTo(false))
        .body("constraints", hasItems("required", "unique"));
  }

  @Test
  void put_addsAnAttribute_andRemembersWhoDid() {
    put("nick", "{\"_self\":\"x\",\"name\":\"nick\",\"type\":\"string\",\"case_sensitive\":true}")
        .then()
        .statusCode(204);
    put("primaryAddress.zip", "{\"name\":\"zip\",\"type\":\"string\"}").then().statusCode(204);
    tenant
        .as("owner")
        .delete(tenant.path("/schemas/user/primaryAddress.city"))
        .then()
        .statusCode(204);

    assertThat(
            rows.texts(
                "SELECT operation || ' ' || object || ' ' || array_to_string(changed, ',')"
                    + " FROM audit_record WHERE application_id = $1 AND client_id IS NOT NULL"
                    + " ORDER BY created_at",
                tenant.applicationId()))
        .containsExactly(
            "addAttribute schemas/user nick",
            "addAttribute schemas/user primaryAddress.zip",
            "removeAttribute schemas/user primaryAddress.city");
  }

  @Test
  void put_whenRefused_thenSaysWhy() {
    put("email", "{\"type\":\"string\"}")
        .then()
        .statusCode(409)
        .body("errors", equalTo("/email already exists in user"));
    put("uuid", "{\"type\":\"uuid\"}")
        .then()
        .statusCode(400)
        .body("errors", equalTo("attribute is reserved: /uuid"));
    put("nick", "{}")
        .then()
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'type'."));
    put("nick", "{\"name\":\"nack\",\"type\":\"string\"}")
        .then()
        .statusCode(400)
        .body("errors.name", equalTo("Must be the name in the path."));
    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"type\":\"string\"}")
        .put(tenant.path("/schemas/nobody/nick"))
        .then()
        .statusCode(404)
        .body("errors", equalTo("Entity type not found."));
    tenant.as("owner").delete(tenant.path("/schemas/user/nothing")).then().statusCode(404);
    assertThat(rows.count("audit_record", tenant.applicationId())).isEqualTo(1);
  }

  @Test
  void fieldTypes_nameTheirMembers() {
    tenant
        .as("direct_access")
        .get("/meta/fieldTypes")
        .then()
        .statusCode(200)
        .body("name", hasItems("text", "dateselect"));
    tenant
        .as("owner")
        .get("/meta/fieldTypes/select")
        .then()
        .statusCode(200)
        .body("", hasItems("schemaAttribute", "label", "tip", "options", "validation"));
    tenant
        .as("owner")
        .get("/meta/fieldTypes/nothing")
        .then()
        .statusCode(404)
        .body("errors", equalTo("Field type not found."));
    tenant
        .as("owner")
        .get("/meta/nothing")
        .then()
        .statusCode(404)
        .body("errors", equalTo("Not found."));
  }

  private Response get(String path) {
    return tenant.as("owner").get(tenant.path(path));
  }

  private Response put(String attribute, String body) {
    return tenant
        .as("owner")
        .contentType("application/json")
        .body(body)
        .put(tenant.path("/schemas/user/" + attribute));
  }
}
