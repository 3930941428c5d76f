package org.vestibule.config.flow.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FieldsResourceTest {
  private static final String LOCALIZED = "/locales/de-DE/fields";
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
  void getFields_thenFieldsAlone() {
    flow.get("/fields")
        .statusCode(200)
        .body("name", hasItems("signInEmailAddress", "gender", "optIn"))
        .body("name", not(hasItems("signInForm", "linkHelp", "poweredByJanrain")))
        .body("[0]._self", equalTo(flow.path("/fields/signInEmailAddress")))
        .body("[0].keySet().size()", equalTo(2));
  }

  @Test
  void getField_thenItsDefinitionWithTextsAndForms() {
    flow.get("/fields/emailAddress")
        .statusCode(200)
        .body("_self", equalTo(flow.path("/fields/emailAddress")))
        .body("type", equalTo("email"))
        .body("name", equalTo("emailAddress"))
        .body("schemaAttribute", equalTo("email"))
        .body("socialProfileData", equalTo("profile.email"))
        .body("label.path", equalTo("fields.emailAddress.label"))
        .body("label.values.en-US", equalTo("Email address"))
        .body("label.values.de-DE", equalTo("E-Mail-Adresse"))
        .body("validation[0].rule", equalTo("required"))
        .body("validation[0].value", equalTo(true))
        .body(
            "validation[3].message.path", equalTo("fields.emailAddress.validation.messages.unique"))
        .body("_relationships.forms.name", hasItems("registrationForm", "editProfileForm"))
        .body("_relationships.forms[0]._self", equalTo(flow.path("/forms/registrationForm")));
    flow.get("/fields/gender")
        .body("options[1].value", equalTo("male"))
        .body("options[1].label.values.en-US", equalTo("Male"))
        .body("options[1].label.path", equalTo("fields.gender.options.1.label"));
    flow.get("/fields/signInForm").statusCode(404).body("errors", equalTo("Field not found."));
    flow.get("/fields/nope").statusCode(404).body("errors", equalTo("Field not found."));
  }

  @Test
  void createField_thenItIsThereInNoForm() {
    String key = flow.newKey("Nick name");
    String body =
        """
        {"name":"nick","type":"text","schemaAttribute":"displayName","label":{"key":"%1$s"},
         "placeholder":"%1$s","socialProfileData":"profile.displayName","unknown":1,"_self":"x",
         "validation":[{"rule":"maxLength","value":20,"message":{"key":"%1$s"}}]}
        """
            .formatted(key);

    flow.post("/fields", body)
        .statusCode(201)
        .header("Location", equalTo(flow.path("/fields/nick")))
        .body("name", equalTo("nick"))
        .body("_relationships.forms.size()", equalTo(0))
        .body("label.values.fr-FR", equalTo("Nick name"))
        .body("validation[0].value", equalTo(20));

    assertThat(flow.note()).isEqualTo("Added field: nick");
    flow.post("/fields", body)
        .statusCode(409)
        .body("errors", equalTo("Field 'nick' already exists."));
    flow.get("/translations/" + key).body("path", equalTo("fields.nick.label"));
    flow.delete("/translations/" + key)
        .statusCode(409)
        .body("errors", equalTo("Cannot delete a translation key that is still in use"));
  }

  @Test
  void updateField_whenTheWholeObjectComesBack_thenNoVersion() {
    List<String> names = flow.read("/fields").getList("name");
    String before = flow.head();

    for (String name : names) {
      flow.put("/fields/" + name, flow.text("/fields/" + name)).statusCode(204);
      String localized = flow.text(LOCALIZED + "/" + name);
      flow.put(LOCALIZED + "/" + name, localized).statusCode(204);
    }

    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void updateField_thenReplacesTheDefinition() {
    ObjectNode field = (ObjectNode) Json.parse(flow.text("/fields/middleName"));
    field.remove("placeholder");
    field
        .withArray("/validation")
        .addObject()
        .put("rule", "minLength")
        .put("value", 2)
        .set("message", Json.object().put("key", field.at("/label/key").asText()));

    flow.put("/fields/middleName", Json.write(field)).statusCode(204);

    flow.get("/fields/middleName")
        .body("placeholder", equalTo(null))
        .body("validation.rule", contains("maxLength", "minLength"));
    assertThat(flow.note()).isEqualTo("Updated field: middleName");
  }

  @Test
  void writeField_whenTheBodyIsWrong_thenSaysWhat() {
    Map<String, String> refusals =
        Map.ofEntries(
            Map.entry(
                "{\"type\":\"text\",\"schemaAttribute\":\"email\"}",
                "Missing payload argument 'name'."),
            Map.entry(
                "{\"name\":\"n\",\"schemaAttribute\":\"email\"}",
                "Missing payload argument 'type'."),
            Map.entry(
                "{\"name\":\"n\",\"type\":\"text\"}",
                "Missing payload argument 'schemaAttribute'."),
            Map.entry(
                "{\"name\":\"a b\",\"type\":\"text\",\"schemaAttribute\":\"email\"}",
                "Field name may only include upper or lower case letters, numbers and underscore."),
            Map.entry(
                "{\"name\":\"captcha\",\"type\":\"text\",\"schemaAttribute\":\"email\"}",
                "Field 'captcha' already exists."),
            Map.entry("[]", "The request body is not a JSON object."),
            Map.entry("", "The request body is not a JSON object."));
    refusals.forEach((body, text) -> flow.post("/fields", body).body("errors", equalTo(text)));
    refuse(
        "\"schemaAttribute\":\"nope\"",
        "schemaAttribute",
        "'nope' is not an attribute of entity type 'user'.");
    refuse(
        "\"schemaAttribute\":\"email\",\"label\":{\"key\":\"nope\"}",
        "label",
        "Translation string not found.");
    refuseRule(
        "{\"rule\":\"nope\",\"value\":1,\"message\":{}}", "'nope' is not a validation rule.");
    refuseRule("{\"rule\":\"required\",\"value\":true}", "Missing payload argument 'message'.");
    refuseRule(
        "{\"rule\":\"minYears\",\"value\":3,\"message\":\"\"}",
        "Rule 'minYears' cannot be used with type 'text'.");
    refuseRule(
        "{\"rule\":\"maxLength\",\"value\":\"3\",\"message\":\"\"}",
        "The value of rule 'maxLength' must be a number from 0 to 1000000.");
    refuseRule(
        "{\"rule\":\"match\",\"value\":\"signInForm\",\"message\":\"\"}",
        "The value of rule 'match' must be the name of another field.");
    refuseRule(
        "{\"rule\":\"format\",\"value\":\"(a+)+$\",\"message\":\"\"}",
        "The value of rule 'format' must be the name of a format.");
    flow.get("/fields/n").statusCode(404);
  }

  private void refuse(String members, String member, String text) {
    flow.post("/fields", "{\"name\":\"n\",\"type\":\"text\"," + members + "}")
        .statusCode(400)
        .body("errors." + member, equalTo(text));
  }

  private void refuseRule(String rule, String text) {
    refuse("\"schemaAttribute\":\"email\",\"validation\":[" + rule + "]", "validation", text);
  }

  @Test
  void updateField_whenTypeOrNameDiffer_thenRefused() {
    String field = flow.text("/fields/phone");
    flow.put("/fields/phone", field.replace("\"type\":\"text\"", "\"type\":\"email\""))
        .statusCode(400)
        .body("errors.type", equalTo("Field type cannot be changed."));
    flow.put("/fields/mobile", field)
        .statusCode(400)
        .body(
            "errors",
            equalTo(
                "Field name in URL path and request body must match."
                    + " Got 'mobile' in the URL and 'phone' in the request body."));
    flow.put("/fields/nope", field).statusCode(404).body("errors", equalTo("Field not found."));
  }

  @Test
  void elementAttributes_whenTheyWouldRunAScript_thenRefused() {
    for (String attribute : List.of("onclick", "ONMOUSEOVER", "href", "srcdoc", "style", "a b")) {
      refuse(
          "\"schemaAttribute\":\"email\",\"elementAttributes\":{\"" + attribute + "\":\"x\"}",
          "elementAttributes",
          "Must be an object of HTML attributes that run no script.");
    }
  }

  @Test
  void deleteField_thenFormsAndRulesLoseIt() {
    FlowApi own = FlowApi.fresh();
    own.delete("/fields/newPassword?force=false")
        .statusCode(409)
        .body(
            "errors",
            equalTo(
                "Field is in use by forms: registrationForm, traditionalRegistrationForm,"
                    + " changePasswordForm, changePasswordFormNoAuth, ccp_registrationForm"));

    own.delete("/fields/newPassword?force=").statusCode(204);

    own.get("/fields/newPassword").statusCode(404);
    own.get("/forms/registrationForm").body("fields.name", not(hasItem("newPassword")));
    own.get("/fields/newPasswordConfirm").body("validation.rule", contains("required"));
    assertThat(own.note()).isEqualTo("Removed field: newPassword");
    own.delete("/fields/newPassword").statusCode(404).body("errors", equalTo("Field not found."));
  }

  @Test
  void localizedField_thenTextsOfOneLocale() {
    flow.get(LOCALIZED)
        .statusCode(200)
        .body("[0]._self", equalTo(flow.path(LOCALIZED + "/signInEmailAddress")));
    flow.get(LOCALIZED + "/gender")
        .body("_self", equalTo(flow.path(LOCALIZED + "/gender")))
        .body("label", equalTo("Geschlecht"))
        .body("options[1].label", equalTo("Männlich"))
        .body(
            "validation[0].message",
            equalTo("Bitte wählen Sie beim Geschlecht eine der Möglichkeiten."));

    flow.put(
            LOCALIZED + "/lastName",
            """
            {"schemaAttribute":"familyName","label":"Zuname","tip":"Neu","placeholder":"",
             "validation":[{"rule":"required","value":true,"message":"Fehlt."}]}
            """)
        .statusCode(204);

    flow.get("/fields/lastName")
        .body("label.values.de-DE", equalTo("Zuname"))
        .body("label.values.en-US", equalTo("Last name"))
        .body("tip.values.ja-JP", equalTo("Neu"))
        .body("placeholder.values.de-DE", equalTo(""))
        .body("placeholder.values.en-US", equalTo("Last name"))
        .body("validation[0].message.values.fr-FR", equalTo("Fehlt."));
    flow.get("/locales/xx-XX/fields").statusCode(404).body("errors", equalTo("Locale not found."));
    flow.put("/locales/xx/fields/lastName", "{")
        .statusCode(404)
        .body("errors", equalTo("Locale not found."));
  }

  @Test
  void createLocalizedField_thenEveryLocaleHasTheText() {
    flow.post(
            LOCALIZED,
            """
            {"type":"radio","name":"colour","schemaAttribute":"givenName","label":"Farbe","tip":"",
             "options":[{"value":"r","label":"Rot","selected":true}],"validation":[]}
            """)
        .statusCode(201)
        .header("Location", equalTo(flow.path(LOCALIZED + "/colour")))
        .body("name", equalTo("colour"))
        .body("label", equalTo("Farbe"))
        .body("options[0].label", equalTo("Rot"));
    flow.get("/fields/colour")
        .body("label.values.ja-JP", equalTo("Farbe"))
        .body("tip", equalTo(null));
  }

  @Test
  void createField_ofSeveralAttributes_thenTheyComeBack() {
    String before = "{\"name\":\"%s\",\"type\":\"%s\",%s}";
    flow.post(
            "/fields",
            before.formatted(
                "who", "multiIdentifierAuth", "\"schemaAttributes\":[\"email\",\"displayName\"]"))
        .statusCode(201)
        .body("schemaAttributes", contains("email", "displayName"));
    flow.post(
            "/fields",
            before.formatted(
                "both",
                "text",
                "\"schemaAttribute\":{\"a\":\"givenName\",\"b\":\"primaryAddress.city\"}"))
        .statusCode(201)
        .body("schemaAttribute.b", equalTo("primaryAddress.city"));
    String head = flow.head();
    flow.put("/fields/who", flow.text("/fields/who")).statusCode(204);
    flow.put("/fields/both", flow.text("/fields/both")).statusCode(204);
    assertThat(flow.head()).isEqualTo(head);
    refuse(
        "\"schemaAttribute\":{\"key\":\"email\"}",
        "schemaAttribute",
        "Must be the path of an attribute.");
    refuse(
        "\"schemaAttribute\":{\"a\":\"nope\"}",
        "schemaAttribute",
        "'nope' is not an attribute of entity type 'user'.");
  }

  @Test
  void wrongMediaType_thenUnsupported() {
    flow.tenant()
        .as("owner")
        .contentType("text/plain")
        .body("{}")
        .post(flow.path("/fields"))
        .then()
        .statusCode(415)
        .body("errors", equalTo("Content-Type must be application/json."));
  }
}
