package org.vestibule.config.flow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FormsResourceTest {
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
  void getForms_thenFormsAlone() {
    flow.get("/forms")
        .statusCode(200)
        .body("name", hasItems("signInForm", "editProfileForm"))
        .body("name", not(hasItems("gender")))
        .body("[0]._self", equalTo(flow.path("/forms/signInForm")));
  }

  @Test
  void getForm_thenItsFieldsInOrder() {
    flow.get("/forms/registrationForm")
        .statusCode(200)
        .body("_self", equalTo(flow.path("/forms/registrationForm")))
        .body("name", equalTo("registrationForm"))
        .body("action", equalTo("traditionalRegistration"))
        .body("fields[0].name", equalTo("firstName"))
        .body("fields[0].required", equalTo(false))
        .body("fields[2].name", equalTo("emailAddress"))
        .body("fields[2].required", equalTo(true))
        .body("fields[2]._self", equalTo(flow.path("/fields/emailAddress")));
    flow.get("/forms/changePasswordForm").body("validation.rule", contains("requireAuthFields"));
    flow.get("/forms/gender").statusCode(404).body("errors", equalTo("Form not found."));
  }

  @Test
  void everyForm_whenItComesBackWhole_thenNoVersion() {
    String before = flow.head();
    List<String> names = flow.read("/forms").getList("name");
    names.forEach(it -> flow.put("/forms/" + it, flow.text("/forms/" + it)).statusCode(204));
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void createForm_thenItIsThere() {
    flow.post(
            "/forms",
            """
            {"name":"shortForm","action":"profileUpdate","features":[{"name":"captcha"}],
             "fields":[{"name":"firstName","required":true},{"name":"captcha"},{"name":"linkHelp"}]}
            """)
        .statusCode(201)
        .header("Location", equalTo(flow.path("/forms/shortForm")))
        .body("fields.name", contains("firstName", "captcha", "linkHelp"))
        .body("fields.required", contains(true, false, false))
        .body("features.name", contains("captcha"));
    assertThat(flow.note()).isEqualTo("Added form: shortForm");
    flow.delete("/forms/shortForm").statusCode(204);
    flow.get("/forms/shortForm").statusCode(404);
    flow.get("/fields/firstName").statusCode(200);
  }

  @Test
  void updateForm_thenTheListIsReplacedAndTheRestIsKept() {
    FlowApi own = FlowApi.fresh();
    own.put("/forms/changePasswordForm", "{\"fields\":[{\"name\":\"newPassword\"}]}")
        .statusCode(204);
    own.get("/forms/changePasswordForm")
        .body("fields.name", contains("newPassword"))
        .body("validation.rule", contains("requireAuthFields"));
    own.put("/forms/changePasswordForm", "{\"fields\":[],\"validation\":[]}").statusCode(204);
    own.get("/forms/changePasswordForm").body("validation", equalTo(null));
    assertThat(own.note()).isEqualTo("Updated form: changePasswordForm");
  }

  @Test
  void writeForm_whenTheBodyIsWrong_thenSaysWhat() {
    flow.put("/forms/signInForm", "{}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'fields'."));
    flow.put("/forms/signInForm", "{\"fields\":[{\"name\":\"nope\"}]}")
        .statusCode(400)
        .body("errors.fields", equalTo("Field not found."));
    flow.put("/forms/signInForm", "{\"fields\":[{\"name\":\"signInForm\"}]}").statusCode(400);
    flow.put("/forms/signInForm", "{\"fields\":[],\"action\":\"verifyEmail\"}")
        .statusCode(400)
        .body("errors.action", equalTo("Form action cannot be changed."));
    flow.put("/forms/signInForm", "{\"fields\":[],\"validation\":[{\"rule\":\"checkIdentifier\"}]}")
        .statusCode(400)
        .body(
            "errors.validation",
            equalTo("Rule 'checkIdentifier' can only be used with action 'passwordReset'."));
    flow.put("/forms/nope", "{\"fields\":[]}")
        .statusCode(404)
        .body("errors", equalTo("Form not found."));
    flow.post("/forms", "{\"name\":\"f\"}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'action'."));
    flow.post("/forms", "{\"name\":\"f\",\"action\":\"hack\"}")
        .statusCode(400)
        .body("errors.action", equalTo("'hack' is not a form action."));
    flow.post("/forms", "{\"name\":\"signInForm\",\"action\":\"verifyEmail\"}")
        .statusCode(409)
        .body("errors", equalTo("Form 'signInForm' already exists."));
    flow.delete("/forms/nope").statusCode(404).body("errors", equalTo("Form not found."));
  }
}
