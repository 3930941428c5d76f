package org.vestibule.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;
import org.vestibule.webhook.TestSettings;
import org.vestibule.webhook.wire.WebhookProblem;

class SubscriptionBodyTest {
  private static final String EVENTS = "\"events\":[\"entityCreated\"]";
  private static final String ENDPOINT = "\"endpoint\":\"https://hooks.example.com/a\"";
  private static final String TITLE = "\"title\":\"CRM\"";
  private static final String REST = "," + ENDPOINT + "," + EVENTS + "}";

  private final SubscriptionBody body = new SubscriptionBody(TestSettings.defaults());

  @Test
  void leastBody_getsTheDefaults() {
    SubscriptionDraft draft = create("{" + TITLE + REST);
    assertThat(draft)
        .isEqualTo(
            new SubscriptionDraft(
                "CRM", true, "https://hooks.example.com/a", List.of("entityCreated"), null));
  }

  @Test
  void everyMember_isTaken() {
    SubscriptionDraft draft =
        create(
            """
            {"title":"CRM","enabled":false,"endpoint":"https://hooks.example.com/a",
             "events":["entityDeleted","entityCreated","entityDeleted"],
             "filter":{"properties":{"a":{"const":1.0}}}}
            """);
    assertThat(draft.enabled()).isFalse();
    assertThat(draft.events()).containsExactly("entityDeleted", "entityCreated");
    assertThat(Json.write(draft.filter())).isEqualTo("{\"properties\":{\"a\":{\"const\":1}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\"x\"          | Unknown member: id",
        "\"createdAt\":\"x\"   | Unknown member: createdAt",
        "\"customerId\":\"x\"  | Unknown member: customerId",
        "\"_links\":{}         | Unknown member: _links",
        "\"enabled\":\"true\"  | enabled must be a boolean",
        "\"enabled\":null      | enabled must be a boolean",
        "\"filter\":[]         | filter must be an object",
        "\"filter\":null       | filter must be an object",
        "\"filter\":{\"a\":1}  | Unsupported filter keyword: a"
      })
  void memberThatIsNotWanted_isTold(String member, String text) {
    assertInvalid("{" + member + "," + TITLE + REST, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{}| title is required", "{\"title\":\"CRM\"}| endpoint is required"})
  void missingMember_isTold(String json, String text) {
    assertInvalid(json, text);
    assertInvalid("{" + TITLE + "," + ENDPOINT + "}", "events is required");
  }

  @Test
  void title_hasTwoToTwoHundredPrintableCharacters() {
    String wrong = "title must be a string of 2 to 200 characters without control characters";
    for (String title :
        List.of("\"a\"", "\"\"", "7", "null", "[]", "\"a\\u0000b\"", "\"a\\nb\"", "\"a\\ud800\"")) {
      assertInvalid("{\"title\":" + title + REST, wrong);
    }
    assertInvalid("{\"title\":\"" + "a".repeat(201) + "\"" + REST, wrong);
    String longest = "\ud83d\ude00".repeat(200);
    assertThat(create("{\"title\":\"" + longest + "\"" + REST).title()).isEqualTo(longest);
  }

  @Test
  void endpoint_isATextWithinItsLimit() {
    String start = "{" + TITLE + "," + EVENTS + ",\"endpoint\":";
    String wrong = "endpoint must be a URL of 1 to 2048 characters";
    for (String endpoint : List.of("\"\"", "1", "null", "{}", "\"" + "a".repeat(2049) + "\"")) {
      assertInvalid(start + endpoint + "}", wrong);
    }
    assertInvalid(start + "\"https://a.example.com/#x\"}", "endpoint must not have a fragment");
  }

  @Test
  void events_areAtLeastOneOfThoseThatExist() {
    String start = "{" + TITLE + "," + ENDPOINT + ",\"events\":";
    String none = "events must be an array of at least one event type";
    String other = "events must only name entityCreated, entityDeleted, entityUpdated";
    for (String events : List.of("[]", "\"entityCreated\"", "null", "{}")) {
      assertInvalid(start + events + "}", none);
    }
    for (String events :
        List.of("[\"test\"]", "[\"entityCreated\",1]", "[null]", "[\"EntityCreated\"]")) {
      assertInvalid(start + events + "}", other);
    }
  }

  @Test
  void patch_changesWhatItNamesAndRemovesTheFilterOnly() {
    SubscriptionDraft before =
        create(
            """
            {"title":"CRM","endpoint":"https://hooks.example.com/a","events":["entityCreated"],
             "filter":{"required":["entityCreated"],"minItems":1}}
            """);
    assertThat(patch(before, "{}")).isEqualTo(before);
    assertThat(patch(before, "{\"title\":\"ERP\"}").title()).isEqualTo("ERP");
    assertThat(Json.write(patch(before, "{\"filter\":{\"minItems\":null}}").filter()))
        .isEqualTo("{\"required\":[\"entityCreated\"]}");
    assertThat(patch(before, "{\"filter\":null}").filter()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":null}    | title must be a string of 2 to 200 characters without control characters",
        "{\"enabled\":null}  | enabled must be a boolean",
        "{\"endpoint\":null} | endpoint must be a URL of 1 to 2048 characters",
        "{\"events\":null}   | events must be an array of at least one event type",
        "{\"filter\":1}      | filter must be an object",
        "{\"updatedAt\":1}   | Unknown member: updatedAt"
      })
  void patch_refusesWhatCreateRefuses(String patch, String text) {
    SubscriptionDraft before = create("{" + TITLE + REST);
    assertProblem(() -> patch(before, patch), text);
  }

  private SubscriptionDraft create(String json) {
    return body.created(object(json));
  }

  private SubscriptionDraft patch(SubscriptionDraft before, String json) {
    return body.patched(before, object(json));
  }

  private void assertInvalid(String json, String text) {
    assertProblem(() -> create(json), text);
  }

  private static void assertProblem(Runnable call, String text) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isEqualTo(new WebhookProblem.Invalid(text)));
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json);
  }
}
