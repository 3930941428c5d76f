package org.vestibule.config.flow.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class ScreensResourceTest {

  @Test
  void screens_createReadUpdateDelete() {
    FlowApi flow = FlowApi.fresh();
    flow.get("/screens").statusCode(200).body("name", hasItem("signIn"));
    flow.get("/screens/editProfile")
        .body("_self", equalTo(flow.path("/screens/editProfile")))
        .body("name", equalTo("editProfile"))
        .body("modal", equalTo(false))
        .body("hasUserData", equalTo(true));

    flow.post("/screens", "{\"name\":\"mine\",\"modal\":true,\"hasUserData\":false}")
        .statusCode(201)
        .header("Location", equalTo(flow.path("/screens/mine")))
        .body("modal", equalTo(true));
    flow.put("/screens/mine", "{\"name\":\"mine\",\"modal\":false}").statusCode(204);
    flow.get("/screens/mine").body("modal", equalTo(false)).body("hasUserData", equalTo(false));
    assertThat(flow.note()).isEqualTo("Updated screen: mine");
    String before = flow.head();
    flow.put("/screens/mine", flow.text("/screens/mine")).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
    flow.delete("/screens/mine").statusCode(204);
    flow.get("/screens/mine").statusCode(404).body("errors", equalTo("Screen not found."));
  }

  @Test
  void writeScreen_whenTheBodyIsWrong_thenSaysWhat() {
    FlowApi flow = FlowApi.fresh();
    for (String member : List.of("name", "modal", "hasUserData")) {
      String body =
          "{\"name\":\"s\",\"modal\":true,\"hasUserData\":true}"
              .replace("\"" + member + "\"", "\"x\"");
      flow.post("/screens", body)
          .statusCode(400)
          .body("errors", equalTo("Missing payload argument '" + member + "'."));
    }
    flow.post("/screens", "{\"name\":\"a-b\",\"modal\":true,\"hasUserData\":true}")
        .statusCode(400)
        .body(
            "errors",
            equalTo(
                "Screen name may only include upper or lower case letters, numbers and underscore."));
    flow.post("/screens", "{\"name\":\"signIn\",\"modal\":true,\"hasUserData\":true}")
        .statusCode(409)
        .body("errors", equalTo("Screen 'signIn' already exists."));
    flow.put("/screens/signIn", "{\"name\":\"b\",\"modal\":true}")
        .statusCode(400)
        .body(
            "errors",
            equalTo(
                "Screen name in URL path and request body must match. Got 'signIn' in the URL and 'b' in the request body."));
    flow.put("/screens/signIn", "{\"name\":\"signIn\",\"modal\":\"yes\"}")
        .statusCode(400)
        .body("errors.modal", equalTo("Must be true or false."));
    flow.put("/screens/nope", "{}").statusCode(404).body("errors", equalTo("Screen not found."));
    flow.delete("/screens/nope").statusCode(404).body("errors", equalTo("Screen not found."));
  }
}
