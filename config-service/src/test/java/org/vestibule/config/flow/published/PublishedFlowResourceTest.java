package org.vestibule.config.flow.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class PublishedFlowResourceTest {

  @Test
  void json_thenTheFlowInOneLocale() {
    FlowApi flow = FlowApi.fresh();
    for (String version : List.of("HEAD", flow.head())) {
      given()
          .get(
              "/widget_data/flows/"
                  + flow.tenant().applicationId()
                  + "/standard/"
                  + version
                  + "/de-DE.json")
          .then()
          .statusCode(200)
          .contentType("application/json; charset=UTF-8")
          .header("Access-Control-Allow-Origin", equalTo("*"))
          .body("version", equalTo(flow.head()))
          .body("fields.signInForm.fields", contains("signInEmailAddress", "currentPassword"))
          .body("fields.signInEmailAddress.type", equalTo("email"))
          .body("fields.signInEmailAddress.schemaId", equalTo("email"))
          .body("fields.signInEmailAddress.label", equalTo("E-Mail-Adresse"))
          .body("fields.poweredByJanrain.value", equalTo("Bereitgestellt mit Vestibule"))
          .body("schema_info.paths.currentPassword", equalTo("password"))
          .body("mailTemplates", equalTo(null))
          .body("translations", equalTo(null));
    }
  }

  @Test
  void json_isCompressedForThoseWhoAsk() {
    FlowApi flow = FlowApi.fresh();
    given()
        .header("Accept-Encoding", "gzip")
        .get("/widget_data/flows/" + flow.tenant().applicationId() + "/standard/HEAD/en-US.json")
        .then()
        .statusCode(200)
        .header("Content-Encoding", equalTo("gzip"));
    flow.tenant()
        .as("owner")
        .header("Accept-Encoding", "gzip")
        .get(flow.tenant().path("/clients"))
        .then()
        .statusCode(200)
        .header("Content-Encoding", equalTo(null));
  }

  @Test
  void script_thenExactlyTheDocumentedFrame() {
    FlowApi flow = FlowApi.fresh();
    String key = flow.read("/strings/poweredByJanrain").getString("value.key");
    String hostile = "</script><script>alert(1)//\u2028";
    flow.patch(
            "/translations",
            Json.write(
                List.of(
                    Json.object()
                        .put("key", key)
                        .set("values", Json.object().put("en-US", hostile)))))
        .statusCode(204);

    String script =
        given()
            .get("/widget_data/flow.js:" + flow.tenant().applicationId() + ":en-US:HEAD:standard")
            .then()
            .statusCode(200)
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .extract()
            .asString();

    String before =
        "janrain.capture.ui.handleCaptureResponse({\"stat\":\"ok\"},function () { janrain.capture.ui.render(";
    assertThat(script).startsWith(before + "{").endsWith("}); });").doesNotContain("<", "\u2028");
    String json = script.substring(before.length(), script.length() - 6);
    assertThat(Json.parse(json).at("/fields/poweredByJanrain/value").asText()).isEqualTo(hostile);
  }

  @Test
  void unknown_thenNotFound() {
    FlowApi flow = FlowApi.fresh();
    String base = "/widget_data/flows/" + flow.tenant().applicationId();
    for (String path :
        List.of(
            "/nope/HEAD/en-US.json",
            "/standard/1/en-US.json",
            "/standard/HEAD/xx.json",
            "/standard/HEAD/en-US")) {
      given().get(base + path).then().statusCode(404);
    }
    given().get("/widget_data/flow.js:a:b:c").then().statusCode(404);
    given().get("/widget_data/other").then().statusCode(404);
  }
}
