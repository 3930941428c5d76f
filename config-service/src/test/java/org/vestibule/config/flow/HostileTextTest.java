package org.vestibule.config.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

/** Texts and names that no database and no reader takes are refused, never a failure of ours. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class HostileTextTest {
  private static final String MAIL = "/locales/en-US/mailTemplates/passwordRecover";

  @Test
  void unstorableTexts_areRefused() {
    FlowApi flow = FlowApi.fresh();
    String before = flow.head();
    String key = flow.read("/fields/firstName").getString("label.key");
    for (String text : List.of("a\\u0000b", "a\\ud800b", "\\udc00")) {
      flow.put(MAIL, "{\"textBody\":\"" + text + "\"}")
          .statusCode(400)
          .body("errors", equalTo("A text holds characters that cannot be stored."));
      flow.patch(
              "/translations",
              "[{\"key\":\"" + key + "\",\"values\":{\"en-US\":\"" + text + "\"}}]")
          .statusCode(400);
      flow.post(
              "/fields",
              "{\"name\":\"n\",\"type\":\"text\",\"schemaAttribute\":{\"" + text + "\":\"email\"}}")
          .statusCode(400);
    }
    assertThat(flow.head()).isEqualTo(before);
    flow.put(MAIL, "{\"textBody\":\"\\ud83d\\ude00\"}").statusCode(204);
    flow.get(MAIL).body("textBody", equalTo("\ud83d\ude00"));
  }

  @Test
  void echoedTexts_neverBreakTheAnswer() {
    FlowApi flow = FlowApi.fresh();
    String pairs = "\\ud83d\\ude00".repeat(150);
    for (String text : List.of("\\ud800", "a" + pairs, "\\u0000")) {
      flow.post("/fields", "{\"name\":\"n\",\"type\":\"" + text + "\"}").statusCode(400);
      flow.post("/translations", "[{\"values\":{\"" + text + "\":\"x\"}}]").statusCode(400);
      flow.post(MAIL + "/preview", "{\"user\":{\"displayName\":\"" + text + "\"}}").statusCode(200);
    }
  }

  @Test
  void unstorableNamesInPaths_areUnknown() {
    FlowApi flow = FlowApi.fresh();
    for (String path :
        List.of(
            "/flows/%00",
            "/flows/%00/fields", "/flows/standard/versions/%00", "/flows/standard/fields/%00")) {
      flow.tenant()
          .as("owner")
          .urlEncodingEnabled(false)
          .get(flow.tenant().path(path))
          .then()
          .statusCode(404);
    }
    String base = "/widget_data/flows/" + flow.tenant().applicationId();
    for (String path :
        List.of(
            "/widget_data/flows/%00/standard/HEAD/en-US.json",
            base + "/%00/HEAD/en-US.json", base + "/standard/%00/en-US.json")) {
      given().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
  }

  @Test
  void deepBodies_areRefused() {
    FlowApi flow = FlowApi.fresh();
    String deep = "{\"user\":" + "[".repeat(100) + "]".repeat(100) + "}";
    flow.post(MAIL + "/preview", deep).statusCode(400);
    flow.patch("/translations", deep).statusCode(400);
  }
}
