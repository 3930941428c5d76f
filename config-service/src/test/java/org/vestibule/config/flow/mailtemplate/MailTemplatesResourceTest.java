package org.vestibule.config.flow.mailtemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class MailTemplatesResourceTest {
  private static final String MAILS = "/locales/en-US/mailTemplates";
  private static final String RECOVER = MAILS + "/passwordRecover";
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
  void getMailTemplate_thenItsThreeTexts() {
    flow.get(MAILS)
        .statusCode(200)
        .body(
            "name",
            containsInAnyOrder(
                "registrationVerification",
                "passwordRecover",
                "emailAddressChanged",
                "reactivateAccount",
                "accountDeactivated"));
    flow.get("/locales/ja-JP/mailTemplates/passwordRecover")
        .statusCode(200)
        .body("_self", equalTo(flow.path("/locales/ja-JP/mailTemplates/passwordRecover")))
        .body("name", equalTo("passwordRecover"))
        .body("subject", containsString("パスワードの再設定"))
        .body("textBody", containsString("{*&password_recover_url*}"))
        .body("htmlBody", startsWith("<html>"));
    flow.get(MAILS + "/nope").statusCode(404).body("errors", equalTo("Mail template not found."));
    flow.get("/locales/xx-XX/mailTemplates")
        .statusCode(404)
        .body("errors", equalTo("Locale not found."));
  }

  @Test
  void updateMailTemplate_thenAbsentMembersAreKept() {
    String text = flow.read(MAILS + "/accountDeactivated").getString("textBody");
    flow.put(
            MAILS + "/accountDeactivated",
            "{\"subject\":\"Bye {*#user*}{*displayName*}{*/user*}\"}")
        .statusCode(204);
    flow.get(MAILS + "/accountDeactivated")
        .body("subject", equalTo("Bye {*#user*}{*displayName*}{*/user*}"))
        .body("textBody", equalTo(text));
    assertThat(flow.note()).isEqualTo("Updated mail template: accountDeactivated (en-US)");
    String before = flow.head();
    flow.put(RECOVER, flow.text(RECOVER)).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void updateMailTemplate_whenItCouldNotBeSent_thenRefused() {
    refuse("subject", "a\r\nBcc: victim@example.com", "Must be one line of text.");
    refuse("subject", "a\u2028b", "Must be one line of text.");
    refuse("htmlBody", "x".repeat(999), "No line may exceed 998 characters.");
    refuse(
        "textBody",
        "{*#user*}",
        "The template is malformed: section user is never closed (line 1, column 1).");
    flow.put(RECOVER, "{\"textBody\":1}")
        .statusCode(400)
        .body("errors.textBody", equalTo("Must be a string."));
    flow.put(MAILS + "/nope", "{}")
        .statusCode(404)
        .body("errors", equalTo("Mail template not found."));
  }

  private void refuse(String member, String value, String text) {
    flow.put(RECOVER, Json.write(Json.object().put(member, value)))
        .statusCode(400)
        .body("errors." + member, equalTo(text));
  }

  @Test
  void body_byMediaType() {
    raw("GET", MAILS + "/reactivateAccount/body", "Accept", "text/html", "")
        .statusCode(200)
        .contentType("text/html; charset=UTF-8")
        .body(startsWith("<html>"));
    raw("GET", MAILS + "/reactivateAccount/body", "Accept", "*/*", "")
        .contentType("text/plain; charset=UTF-8");
    raw(
            "PUT",
            MAILS + "/reactivateAccount/body",
            "Content-Type",
            "text/html; charset=UTF-8",
            "<p>Grüße</p>")
        .statusCode(204);
    raw("PUT", MAILS + "/reactivateAccount/body", "Content-Type", "text/plain", "Hi")
        .statusCode(204);
    flow.get(MAILS + "/reactivateAccount")
        .body("htmlBody", equalTo("<p>Grüße</p>"))
        .body("textBody", equalTo("Hi"));
    raw("PUT", MAILS + "/reactivateAccount/body", "Content-Type", "application/json", "{}")
        .statusCode(406)
        .body("errors.received", equalTo("application/json"))
        .body("errors.accepts", contains("text/html", "text/plain"));
    raw("GET", MAILS + "/reactivateAccount/body", "Accept", "application/json", "").statusCode(406);
    raw("PUT", MAILS + "/nope/body", "Content-Type", "application/json", "").statusCode(404);
  }

  @Test
  void subject_asPlainText() {
    raw("PUT", MAILS + "/emailAddressChanged/subject", "Content-Type", "text/plain", "Changed")
        .statusCode(204);
    raw("GET", MAILS + "/emailAddressChanged/subject", "Accept", "text/plain", "")
        .statusCode(200)
        .contentType("text/plain; charset=UTF-8")
        .body(equalTo("Changed"));
    raw("PUT", MAILS + "/emailAddressChanged/subject", "Content-Type", "text/html", "x")
        .statusCode(406);
    raw("PUT", MAILS + "/emailAddressChanged/subject", "Content-Type", "text/plain", "a\nb")
        .statusCode(400);
  }

  @Test
  void preview_thenHostileValuesStayText() {
    String hostile =
        "<img src=x onerror=alert(1)>{{7*7}}${7*7}{*#settings*}{*rpx_key*}{*/settings*}\r\nBcc: x@example.com";
    String body =
        Json.write(
            Json.object()
                .put("subject", "Hi {*#user*}{*&displayName*}{*/user*}")
                .put("textBody", "{*#user*}{*&displayName*}{*/user*}")
                .put("htmlBody", "<p>{*#user*}{*&displayName*}{*/user*}</p>{{7*7}} ${7*7}")
                .set("user", Json.object().put("displayName", hostile)));

    flow.post(RECOVER + "/preview", body)
        .statusCode(200)
        .body("subject", not(containsString("\n")))
        .body("subject", containsString("{{7*7}}${7*7}{*#settings*}"))
        .body("textBody", equalTo(hostile))
        .body("htmlBody", startsWith("<p>&lt;img src=x onerror=alert(1)&gt;{{7*7}}${7*7}"))
        .body("htmlBody", containsString("</p>{{7*7}} ${7*7}"))
        .body("htmlBody", not(containsString("49")));
  }

  @Test
  void preview_ofEveryTemplateInEveryLanguage_isComplete() {
    for (String locale : flow.read("/locales").<String>getList("name")) {
      String mails = "/locales/" + locale + "/mailTemplates";
      for (String name : flow.read(mails).<String>getList("name")) {
        flow.post(mails + "/" + name + "/preview", "{\"settings\":{\"site_name\":\"Shop\"}}")
            .statusCode(200)
            .body("subject", not(containsString("{*")))
            .body("textBody", not(containsString("{*")))
            .body("htmlBody", not(containsString("{*")));
      }
    }
  }

  @Test
  void preview_whenItRepeatsTooOften_thenRefused() {
    var many = Json.array();
    for (int i = 0; i < 20_001; i++) {
      many.add(1);
    }
    String body =
        Json.write(
            Json.object()
                .put("textBody", "{*#user*}{*#a*}x{*/a*}{*/user*}")
                .set("user", Json.object().set("a", many)));
    flow.post(RECOVER + "/preview", body)
        .statusCode(400)
        .body("errors.textBody", startsWith("The template cannot be rendered"));
    flow.post(MAILS + "/nope/preview", "{}").statusCode(404);
    flow.post(RECOVER + "/preview", "{\"user\":[]}")
        .statusCode(400)
        .body("errors.user", equalTo("Must be an object."));
  }

  private ValidatableResponse raw(
      String method, String rest, String header, String type, String body) {
    return flow.tenant()
        .as("owner")
        .header(header, type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .request(method, flow.path(rest))
        .then();
  }
}
