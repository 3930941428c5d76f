package org.vestibule.config.flow.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class LinksResourceTest {
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
  void getLink_thenReferenceOrText() {
    flow.get("/links")
        .statusCode(200)
        .body("name", contains("linkHelp", "linkPrivacyPolicy", "linkTermsOfService"));
    flow.get("/links/linkHelp")
        .statusCode(200)
        .body("_self", equalTo(flow.path("/links/linkHelp")))
        .body("name", equalTo("linkHelp"))
        .body("elementHref", equalTo("#"))
        .body("elementText.path", equalTo("fields.linkHelp.elementText"))
        .body("elementText.values.de-DE", equalTo("Hilfe"))
        .body("keySet()", hasSize(4));
    flow.get("/links/linkHelp?locale=de-DE").body("elementText", equalTo("Hilfe"));
    flow.get("/links/linkHelp?locale=xx")
        .statusCode(400)
        .body("errors", equalTo("Unknown locale 'xx'."));
    flow.get("/links/nope").statusCode(404).body("errors", equalTo("Link not found."));
  }

  @Test
  void link_createUpdateDelete() {
    String key = flow.newKey("Imprint");
    String link =
        """
        {"name":"linkImprint","elementHref":"https://www.example.com/imprint","elementText":{"key":"%s"}
         %s}
        """;
    flow.post(
            "/links",
            link.formatted(key, ",\"target\":\"_blank\",\"elementAttributes\":{\"rel\":\"help\"}"))
        .statusCode(201)
        .header("Location", equalTo(flow.path("/links/linkImprint")))
        .body("target", equalTo("_blank"))
        .body("elementAttributes.rel", equalTo("help"));
    flow.post("/links", link.formatted(key, ""))
        .statusCode(409)
        .body("errors", equalTo("Link 'linkImprint' already exists."));
    String before = flow.head();
    flow.put("/links/linkImprint", flow.text("/links/linkImprint")).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
    flow.put("/links/linkImprint", link.formatted(key, "")).statusCode(204);
    flow.get("/links/linkImprint")
        .body("target", equalTo(null))
        .body("elementAttributes", equalTo(null));
    flow.put("/forms/deactivateAccountForm", "{\"fields\":[{\"name\":\"linkImprint\"}]}")
        .statusCode(204);
    flow.delete("/links/linkImprint")
        .statusCode(409)
        .body("errors", equalTo("Link is in use by forms: deactivateAccountForm"));
    flow.delete("/links/linkImprint?force=true").statusCode(204);
    flow.get("/forms/deactivateAccountForm").body("fields", hasSize(0));
    flow.delete("/links/linkImprint").statusCode(404).body("errors", equalTo("Link not found."));
  }

  @Test
  void writeLink_whenAMemberIsMissing_thenNamesIt() {
    for (String member : List.of("name", "elementHref", "elementText")) {
      String body =
          "{\"name\":\"l\",\"elementHref\":\"#\",\"elementText\":{\"key\":\"k\"}}"
              .replace("\"" + member + "\"", "\"x\"");
      flow.post("/links", body)
          .statusCode(400)
          .body("errors." + member, equalTo("Missing data for required field."));
    }
  }

  @Test
  void writeLink_whenItWouldRunAScript_thenRefused() {
    String key = flow.newKey("Evil");
    for (String href :
        List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "",
            "http://a b",
            "https://x\\\"><script>")) {
      flow.post(
              "/links",
              "{\"name\":\"evil\",\"elementHref\":\""
                  + href
                  + "\",\"elementText\":{\"key\":\""
                  + key
                  + "\"}}")
          .statusCode(400)
          .body(
              "errors.elementHref",
              equalTo("Must be #, a path, or an http, mailto or tel address."));
    }
  }
}
