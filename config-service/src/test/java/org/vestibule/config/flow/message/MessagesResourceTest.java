package org.vestibule.config.flow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class MessagesResourceTest {
  private static final String MESSAGES = "/locales/de-DE/2faMessages";
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
  void getMessage_thenItsTexts() {
    flow.get(MESSAGES)
        .statusCode(200)
        .body(
            "name",
            containsInAnyOrder("registrationVerification", "resendVerification", "secondFactor"));
    flow.get(MESSAGES + "/secondFactor")
        .statusCode(200)
        .body("sms", equalTo("{{code}} ist Ihr Code für {{site_name}}."))
        .body("email.subject", equalTo("Ihr Code für {{site_name}}"))
        .body("email.keySet()", containsInAnyOrder("subject", "textBody", "htmlBody"));
    flow.get(MESSAGES + "/nope").statusCode(404).body("errors", equalTo("Message not found."));
    flow.get("/locales/xx-XX/2faMessages")
        .statusCode(404)
        .body("errors", equalTo("Locale not found."));
  }

  @Test
  void addMessages_whenAllAreThere_thenNoVersion() {
    String before = flow.head();
    flow.post(MESSAGES, "").statusCode(204);
    flow.post("/2faMessages", "").statusCode(204);
    flow.put(MESSAGES + "/secondFactor", flow.text(MESSAGES + "/secondFactor")).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void updateMessage_thenItsTextsAreReplaced() {
    flow.put(
            MESSAGES + "/resendVerification",
            "{\"sms\":\"{{code}} {{7*7}} ${x}\",\"email\":{\"subject\":\"S\",\"textBody\":\"T\",\"htmlBody\":\"<p>\"}}")
        .statusCode(204);
    flow.get(MESSAGES + "/resendVerification").body("sms", equalTo("{{code}} {{7*7}} ${x}"));
    assertThat(flow.note()).isEqualTo("Updated 2FA message: resendVerification (de-DE)");
  }

  @Test
  void updateMessage_whenAMemberIsMissing_thenNamesIt() {
    String whole =
        "{\"sms\":\"a\",\"email\":{\"subject\":\"b\",\"textBody\":\"c\",\"htmlBody\":\"d\"}}";
    for (String member : List.of("sms", "subject", "textBody", "htmlBody")) {
      String named = member.equals("sms") ? "sms" : "email." + member;
      flow.put(MESSAGES + "/secondFactor", whole.replace("\"" + member + "\"", "\"x\""))
          .statusCode(400)
          .body("errors.'" + named + "'", equalTo("Missing data for required field."));
    }
    flow.put(MESSAGES + "/secondFactor", whole.replace("\"b\"", "\"b\\r\\nBcc: x@example.com\""))
        .statusCode(400)
        .body("errors.'email.subject'", equalTo("Must be one line of text."));
    flow.put(MESSAGES + "/nope", whole)
        .statusCode(404)
        .body("errors", equalTo("Message not found."));
  }
}
