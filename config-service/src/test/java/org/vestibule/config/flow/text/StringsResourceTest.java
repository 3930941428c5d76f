package org.vestibule.config.flow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class StringsResourceTest {
  private static final String LOCALIZED = "/locales/fr-FR/strings";
  private static FlowApi shared;

  private FlowApi flow;

  @BeforeEach
  void makeFlow() {
    if (shared == null) {
      shared = FlowApi.fresh();
    }
    flow = shared;
  }

  @Test
  void getString_thenATextOrAnAttribute() {
    flow.get("/strings").statusCode(200).body("name", hasItem("poweredByJanrain"));
    flow.get("/strings/poweredByJanrain")
        .body("_self", equalTo(flow.path("/strings/poweredByJanrain")))
        .body("value.path", equalTo("strings.poweredByJanrain.value"))
        .body("value.values.fr-FR", equalTo("Propulsé par Vestibule"));
    flow.get("/strings/emailAddressData")
        .body("schemaId", equalTo("email"))
        .body("size()", equalTo(3));
    flow.get("/strings/gender").statusCode(404).body("errors", equalTo("String not found."));
    flow.get(LOCALIZED + "/textReturnToRp")
        .body("_self", equalTo(flow.path(LOCALIZED + "/textReturnToRp")))
        .body("value", equalTo("Retourner à l’application"));
  }

  @Test
  void everyString_whenItComesBackWhole_thenNoVersion() {
    String before = flow.head();
    List<String> names = flow.read("/strings").getList("name");
    for (String name : names) {
      flow.put("/strings/" + name, flow.text("/strings/" + name)).statusCode(204);
      flow.put(LOCALIZED + "/" + name, flow.text(LOCALIZED + "/" + name)).statusCode(204);
    }
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void createUpdateDelete_thenSo() {
    String key = flow.newKey("Hello");
    flow.post("/strings", "{\"name\":\"s1\",\"value\":{\"key\":\"" + key + "\"}}")
        .statusCode(201)
        .header("Location", equalTo(flow.path("/strings/s1")))
        .body("value.key", equalTo(key));
    assertThat(flow.note()).isEqualTo("Added string: s1");
    flow.put("/strings/s1", "{\"schemaId\":\"givenName\"}").statusCode(204);
    flow.get("/strings/s1").body("schemaId", equalTo("givenName")).body("value", equalTo(null));
    flow.delete("/strings/s1").statusCode(204);
    flow.delete("/strings/s1").statusCode(404).body("errors", equalTo("String not found."));
  }

  @Test
  void localized_thenTextOfOneLocale() {
    flow.post(LOCALIZED, "{\"name\":\"s2\",\"value\":\"Salut\"}")
        .statusCode(201)
        .header("Location", equalTo(flow.path(LOCALIZED + "/s2")))
        .body("value", equalTo("Salut"));
    flow.put(LOCALIZED + "/s2", "{\"value\":\"Bonjour\"}").statusCode(204);
    flow.get("/strings/s2")
        .body("value.values.fr-FR", equalTo("Bonjour"))
        .body("value.values.en-US", equalTo("Salut"));
    flow.delete(LOCALIZED + "/s2").statusCode(204);
    flow.get("/strings/s2").statusCode(404);
  }

  @Test
  void writeString_whenTheBodyIsWrong_thenSaysWhat() {
    for (String body :
        List.of(
            "{\"name\":\"s\"}",
            "{\"name\":\"s\",\"value\":{\"key\":\"x\"},\"schemaId\":\"email\"}")) {
      flow.post("/strings", body)
          .statusCode(400)
          .body("errors", equalTo("Provide either 'value' or 'schemaId', but not both."));
    }
    flow.post("/strings", "{\"value\":{\"key\":\"x\"}}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'name'."));
    flow.post("/strings", "{\"name\":\"s\",\"value\":{\"key\":\"x\"}}")
        .statusCode(400)
        .body("errors.value", equalTo("Translation string not found."));
    flow.post("/strings", "{\"name\":\"s\",\"schemaId\":\"x\"}")
        .statusCode(400)
        .body("errors.schemaId", equalTo("'x' is not an attribute of entity type 'user'."));
    flow.post("/strings", "{\"name\":\"gender\",\"schemaId\":\"email\"}")
        .statusCode(409)
        .body("errors", equalTo("String 'gender' already exists."));
    flow.put(LOCALIZED + "/poweredByJanrain", "{\"name\":\"other\",\"value\":\"x\"}")
        .statusCode(400);
    flow.get("/locales/xx-XX/strings").statusCode(404).body("errors", equalTo("Locale not found."));
  }
}
