package org.vestibule.config.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FlowCopiesTest {

  @Test
  void getFlows_thenAllOfTheApplication() {
    FlowApi flow = FlowApi.fresh();
    flow.tenant()
        .as("direct_access")
        .get(flow.tenant().path("/flows"))
        .then()
        .statusCode(200)
        .body("name", contains("legacy", "standard"))
        .body("[1]._self", equalTo(flow.path("")));
  }

  @Test
  void copy_thenTheNewestContentWithoutHistory() {
    FlowApi flow = FlowApi.fresh();
    flow.delete("/fields/gender").statusCode(204);

    flow.post("/copy", "{\"name\":\"shop2\"}")
        .statusCode(201)
        .header("Location", equalTo(flow.tenant().path("/flows/shop2")))
        .body("_self", equalTo(flow.tenant().path("/flows/shop2")))
        .body("name", equalTo("shop2"))
        .body("version", matchesPattern("\\d{20}"));

    FlowApi copy = new FlowApi(flow.tenant(), "shop2");
    assertThat(copy.read("/versions/HEAD").getMap("fields"))
        .isEqualTo(flow.read("/versions/HEAD").getMap("fields"));
    assertThat(copy.note()).isEqualTo("Created.");
    copy.delete("/fields/firstName").statusCode(204);
    flow.get("/fields/firstName").statusCode(200);
    flow.post("/copy", "{\"name\":\"shop2\"}")
        .statusCode(409)
        .body("errors", equalTo("Flow 'shop2' already exists."));
    flow.post("/copy", "{}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'name'."));
    flow.post("/copy", "{\"name\":\"../x\"}")
        .statusCode(400)
        .body(
            "errors",
            equalTo(
                "Flow name may only include upper or lower case letters, numbers and underscore."));
  }

  @Test
  void copy_whenSixteenWantOneName_thenOneGetsIt() {
    FlowApi flow = FlowApi.fresh();
    List<Integer> statuses =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> flow.post("/copy", "{\"name\":\"one\"}").extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnlyOnce(201).filteredOn(it -> it != 201).containsOnly(409);
  }

  @Test
  void promote_thenTheTargetHasTheContentAsANewVersion() {
    FlowApi source = FlowApi.fresh();
    Tenant target = Operator.newTenant();
    source
        .put("/locales/en-US/mailTemplates/passwordRecover", "{\"subject\":\"Ours\"}")
        .statusCode(204);
    source.post("/copy", "{\"name\":\"fresh\"}").statusCode(201);

    for (String name : List.of("standard", "fresh")) {
      new FlowApi(source.tenant(), name)
          .post("/promote", credentials(target, "direct_access"))
          .statusCode(201)
          .header("Location", equalTo(target.path("/flows/" + name)))
          .body("_self", equalTo(target.path("/flows/" + name)));
      FlowApi there = new FlowApi(target, name);
      assertThat(there.note()).isEqualTo("Promoted from app: " + source.tenant().applicationId());
      there.get("/locales/en-US/mailTemplates/passwordRecover").body("subject", equalTo("Ours"));
    }
    assertThat(new FlowApi(target, "standard").versions()).isEqualTo(2);
  }

  @Test
  void promote_whenTheTargetLacksAnAttribute_thenRefused() {
    FlowApi source = FlowApi.fresh();
    Tenant target = Operator.newTenant();
    String stub = ConfigProvider.getConfig().getValue("vestibule.services.entity", String.class);
    given().get(stub + "/stub/lack/" + target.applicationId() + "/birthday").then().statusCode(204);
    String before = new FlowApi(target, "standard").head();

    source
        .post("/promote", credentials(target, "owner"))
        .statusCode(400)
        .body("errors.birthdate", equalTo("'birthday' is not an attribute of entity type 'user'."));

    assertThat(new FlowApi(target, "standard").head()).isEqualTo(before);
  }

  @Test
  void promote_whenTheTargetsCredentialsAreWrong_thenForbidden() {
    FlowApi source = FlowApi.fresh();
    Tenant target = Operator.newTenant();
    for (String body :
        List.of(
            credentials(target, "login_client"),
            credentials(target, "owner").replace(target.client("owner").client_secret(), "x"),
            credentials(source.tenant(), "owner")
                .replace(source.tenant().applicationId(), target.applicationId()))) {
      source
          .post("/promote", body)
          .statusCode(403)
          .body("errors", equalTo("Authentication required."));
    }
    source
        .post("/promote", "{}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'app_id'."));
    source
        .post("/promote", credentials(source.tenant(), "owner"))
        .statusCode(400)
        .body("errors", equalTo("Source and target application are the same."));
  }

  private static String credentials(Tenant tenant, String feature) {
    return "{\"app_id\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
        .formatted(
            tenant.applicationId(),
            tenant.client(feature).client_id(),
            tenant.client(feature).client_secret());
  }

  @Test
  void updateFlow_thenWhatItServes() {
    FlowApi flow = FlowApi.fresh();
    flow.put("", "{\"userData\":[\"email\",\"primaryAddress.city\"]}").statusCode(204);
    flow.get("")
        .body("userData", contains("email", "primaryAddress.city"))
        .body("schemas", contains("user"));
    assertThat(flow.note()).isEqualTo("Updated flow.");
    String before = flow.head();
    flow.put("", flow.text("")).statusCode(204);
    assertThat(flow.head()).isEqualTo(before);
    flow.put("", "{}")
        .statusCode(400)
        .body("errors", equalTo("Missing payload argument 'userData'."));
    flow.put("", "{\"userData\":[\"nope\"]}")
        .statusCode(400)
        .body("errors.userData", equalTo("'nope' is not an attribute of entity type 'user'."));
    flow.put("", "{\"schemas\":[\"nope\"]}")
        .statusCode(400)
        .body("errors.schemas", equalTo("'nope' is not an entity type."));
    flow.put("", "{\"schemas\":[\"user\",\"customer\"]}")
        .statusCode(400)
        .body("errors.gender", equalTo("'gender' is not an attribute of entity type 'customer'."));
    flow.tenant()
        .as("direct_access")
        .contentType("application/json")
        .body("{\"userData\":[]}")
        .put(flow.path(""))
        .then()
        .statusCode(403);
  }
}
