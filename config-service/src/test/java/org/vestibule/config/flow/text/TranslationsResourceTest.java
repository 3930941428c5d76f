package org.vestibule.config.flow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class TranslationsResourceTest {
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
  void getTranslations_thenAllWithPathsAndTexts() {
    flow.get("/translations")
        .statusCode(200)
        .contentType("application/json")
        .body("[0].path", equalTo("fields.signInEmailAddress.label"))
        .body("[0]._self", startsWith(flow.path("/translations/")))
        .body(
            "[0].values.keySet()", contains("en-US", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP"));
    String key = flow.read("/translations").getString("[0].key");
    flow.get("/translations/" + key).statusCode(200).body("key", equalTo(key));
    flow.get("/translations/nope")
        .statusCode(404)
        .body("errors", equalTo("Translation string not found."));
  }

  @Test
  void csv_whenItComesBack_thenNoVersion() {
    String before = flow.head();
    String csv =
        flow.tenant()
            .as("owner")
            .accept("text/csv")
            .get(flow.path("/translations"))
            .then()
            .statusCode(200)
            .contentType("text/csv; charset=UTF-8")
            .extract()
            .asString();

    assertThat(csv)
        .startsWith(
            "path,key,en-US,de-DE,fr-FR,es-ES,pt-BR,ja-JP\r\nfields.signInEmailAddress.label,");
    csv("PATCH", csv).statusCode(204);
    flow.patch("/translations", flow.text("/translations")).statusCode(204);
    flow.put("/translations", flow.text("/translations")).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void getTranslations_whenAnotherTypeIsWanted_thenNotAcceptable() {
    flow.tenant()
        .as("owner")
        .accept("image/png")
        .get(flow.path("/translations"))
        .then()
        .statusCode(406)
        .body("errors.received", equalTo("image/png"))
        .body("errors.accepts", contains("application/json", "text/csv"));
  }

  @Test
  void createTranslations_fromCsv_thenNewKeysInOrder() {
    csv(
            "POST",
            "ja-JP,en-US,de-DE,fr-FR,es-ES,pt-BR\r\n"
                + "\"=1+1,\"\"x\"\"\",One,Eins,Un,Uno,Um\r\n二,\"Two\nlines\",Zwei,Deux,Dos,Dois\n")
        .statusCode(201)
        .header("Location", equalTo(null))
        .body("", hasSize(2))
        .body("[0].key", matchesPattern("[0-9a-f-]{36}"))
        .body("[0].path", equalTo(""))
        .body("[0].values.ja-JP", equalTo("=1+1,\"x\""))
        .body("[1].values.en-US", equalTo("Two\nlines"));
    assertThat(flow.note()).isEqualTo("Added translations.");
  }

  @Test
  void createTranslations_whenALocaleIsMissing_thenRefused() {
    flow.post("/translations", "[{\"values\":{\"en-US\":\"Hello\"}}]")
        .statusCode(400)
        .body("errors", equalTo("Missing translation for locale 'de-DE'."));
    flow.post("/translations", "{}")
        .statusCode(400)
        .body("errors", equalTo("The request body is not a list of translations."));
    flow.post("/translations", "[{\"values\":{\"en-US\":1}}]").statusCode(400);
    csv("POST", "en-US\r\n\"open")
        .statusCode(400)
        .body("errors", equalTo("The request body is not CSV: a quote is not closed."));
    csv("POST", "en-US,en-US\r\na,b").statusCode(400);
    csv("POST", "en-US\r\na,b").statusCode(400);
    csv("POST", "").statusCode(400);
  }

  @Test
  void updateTranslations_whenANewLocaleIsNamed_thenTheFlowSpeaksIt() {
    FlowApi own = FlowApi.fresh();
    String key = own.read("/fields/firstName").getString("label.key");

    own.patch("/translations", "[{\"key\":\"" + key + "\",\"values\":{\"nl-NL\":\"Voornaam\"}}]")
        .statusCode(204);

    own.get("/locales").body("name", hasItem("nl-NL"));
    own.get("/locales/nl-NL").body("'" + key + "'", equalTo("Voornaam"));
    own.get("/locales/nl-NL/mailTemplates").statusCode(200).body("", hasSize(5));
    own.get("/locales/nl-NL/2faMessages").statusCode(200).body("", hasSize(3));
    assertThat(own.note()).isEqualTo("Updated translations.");
    own.patch("/translations", "[{\"key\":\"" + key + "\",\"values\":{\"../x\":\"a\"}}]")
        .statusCode(400)
        .body("errors", equalTo("'../x' is not a locale name such as 'en-US'."));
  }

  @Test
  void updateTranslations_whenOneKeyIsUnknown_thenNothingIsChanged() {
    String key = flow.read("/fields/lastName").getString("label.key");
    String before = flow.head();
    flow.patch(
            "/translations",
            "[{\"key\":\"%s\",\"values\":{\"en-US\":\"X\"}},{\"key\":\"nope\",\"values\":{}}]"
                .formatted(key))
        .statusCode(404)
        .body("errors", equalTo("Translation string not found."));
    assertThat(flow.head()).isEqualTo(before);
    flow.patch(
            "/translations",
            "[{\"key\":\"" + key + "\",\"values\":{\"en-US\":\"" + "x".repeat(8193) + "\"}}]")
        .statusCode(400)
        .body("errors", equalTo("A text may have at most 8192 characters."));
  }

  @Test
  void deleteTranslation_whenUnused_thenGone() {
    String key = flow.newKey("Bye");
    flow.delete("/translations/" + key).statusCode(204);
    assertThat(flow.note()).isEqualTo("Removed translation: " + key);
    flow.delete("/translations/" + key)
        .statusCode(404)
        .body("errors", equalTo("Translation string not found."));
  }

  @Test
  void locales_thenNamesAndTexts() {
    flow.get("/locales")
        .statusCode(200)
        .body("[1]._self", equalTo(flow.path("/locales/de-DE")))
        .body("[1].name", equalTo("de-DE"));
    flow.get("/locales/en-us").statusCode(404).body("errors", equalTo("Locale not found."));
  }

  private ValidatableResponse csv(String method, String body) {
    return flow.tenant()
        .as("owner")
        .header("Content-Type", "text/csv; charset=UTF-8")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .request(method, flow.path("/translations"))
        .then();
  }
}
