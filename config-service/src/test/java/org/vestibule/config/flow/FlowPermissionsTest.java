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
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;

/** Every operation on flows by every feature, of one's own application and of another. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FlowPermissionsTest {
  private static final String L = "/locales/en-US";
  private static final List<String> OPERATIONS =
      List.of(
          "POST /copy",
          "POST /promote",
          "GET /versions",
          "GET /versions/HEAD",
          "POST /versions/HEAD",
          "GET /fields",
          "POST /fields",
          "GET /fields/gender",
          "PUT /fields/gender",
          "DELETE /fields/gender",
          "GET /forms",
          "POST /forms",
          "GET /forms/signInForm",
          "PUT /forms/signInForm",
          "DELETE /forms/signInForm",
          "GET /locales",
          "GET " + L,
          "GET " + L + "/fields",
          "POST " + L + "/fields",
          "GET " + L + "/fields/gender",
          "PUT " + L + "/fields/gender",
          "GET /strings",
          "POST /strings",
          "GET /strings/poweredByJanrain",
          "PUT /strings/poweredByJanrain",
          "DELETE /strings/poweredByJanrain",
          "GET " + L + "/strings",
          "POST " + L + "/strings",
          "GET " + L + "/strings/poweredByJanrain",
          "PUT " + L + "/strings/poweredByJanrain",
          "DELETE " + L + "/strings/poweredByJanrain",
          "GET /screens",
          "POST /screens",
          "GET /screens/signIn",
          "PUT /screens/signIn",
          "DELETE /screens/signIn",
          "GET /translations",
          "POST /translations",
          "PATCH /translations",
          "PUT /translations",
          "GET /translations/x",
          "DELETE /translations/x",
          "GET " + L + "/mailTemplates",
          "GET " + L + "/mailTemplates/passwordRecover",
          "PUT " + L + "/mailTemplates/passwordRecover",
          "GET " + L + "/mailTemplates/passwordRecover/body",
          "PUT " + L + "/mailTemplates/passwordRecover/body",
          "GET " + L + "/mailTemplates/passwordRecover/subject",
          "PUT " + L + "/mailTemplates/passwordRecover/subject",
          "POST " + L + "/mailTemplates/passwordRecover/preview",
          "GET /links",
          "POST /links",
          "GET /links/linkHelp",
          "PUT /links/linkHelp",
          "DELETE /links/linkHelp",
          "GET " + L + "/2faMessages",
          "POST " + L + "/2faMessages",
          "POST /2faMessages",
          "GET " + L + "/2faMessages/secondFactor",
          "PUT " + L + "/2faMessages/secondFactor",
          "GET /upgrades",
          "GET /upgrades/v2",
          "POST /upgrades/v2",
          "GET ",
          "PUT ");

  @Test
  void strangers_mayNothing() {
    FlowApi flow = FlowApi.fresh();
    Tenant other = Operator.newTenant();
    String before = flow.head();
    for (String operation : OPERATIONS) {
      String[] parts = operation.split(" ", 2);
      String path = flow.path(parts[1]);
      for (String feature : List.of("login_client", "direct_read_access", "access_issuer")) {
        flow.tenant()
            .as(feature)
            .request(parts[0], path)
            .then()
            .statusCode(403)
            .body("errors", equalTo("Authentication required."));
      }
      other.as("owner").request(parts[0], path).then().statusCode(401);
      given().request(parts[0], path).then().statusCode(401);
    }
    assertThat(flow.head()).isEqualTo(before);
  }

  @Test
  void owners_mayAll_andOnlyTheirs() {
    FlowApi flow = FlowApi.fresh();
    for (String operation : OPERATIONS) {
      String[] parts = operation.split(" ", 2);
      for (String feature : List.of("owner", "direct_access")) {
        int status = flow.tenant().as(feature).request(parts[0], flow.path(parts[1])).statusCode();
        boolean ownersOnly = operation.equals("PUT ") && feature.equals("direct_access");
        assertThat(status == 403).as(operation + " by " + feature).isEqualTo(ownersOnly);
        assertThat(status).as(operation).isNotIn(401, 405, 500, 503);
      }
    }
  }

  @Test
  void flowOfAnotherApplication_isUnknownUnderOnesOwn() {
    FlowApi flow = FlowApi.fresh();
    FlowApi other = FlowApi.fresh();
    other.post("/copy", "{\"name\":\"theirs\"}").statusCode(201);
    new FlowApi(flow.tenant(), "theirs")
        .get("/fields")
        .statusCode(404)
        .body("errors", equalTo("Flow not found."));
    String key = other.newKey("secret text");
    flow.get("/translations/" + key).statusCode(404);
    flow.post("/strings", "{\"name\":\"s\",\"value\":{\"key\":\"" + key + "\"}}").statusCode(400);
  }
}
