package org.vestibule.config.flow.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.config.Operator;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class UpgradesResourceTest {

  @Test
  void upgrade_whenTheFlowIsCompatible_thenNothingIsToBeDone() {
    FlowApi flow = FlowApi.fresh();
    flow.get("/upgrades")
        .statusCode(200)
        .body("[0]._self", equalTo(flow.path("/upgrades/v2")))
        .body("[0].name", equalTo("v2"));
    flow.get("/upgrades/v2").body("itemsToAdd", empty()).body("itemsToDelete", empty());
    flow.post("/upgrades/v2", "").statusCode(204);
    assertThat(flow.versions()).isEqualTo(1);
  }

  @Test
  void upgrade_whenItemsAreMissing_thenAddsExactlyThem() {
    FlowApi flow = new FlowApi(Operator.newTenant(), "legacy");
    flow.get("/upgrades/v2")
        .statusCode(200)
        .body(
            "itemsToAdd",
            hasItems(
                "fields.textReturnToRp",
                "fields.linkHelp",
                "fields.traditionalRegistrationForm",
                "screens.manageProfile"));

    flow.post("/upgrades/v2", "").statusCode(204);

    assertThat(flow.note()).isEqualTo("Upgraded to v2");
    flow.get("/upgrades/v2").body("itemsToAdd", empty()).body("itemsToDelete", empty());
    flow.get("/locales/ja-JP/strings/textReturnToRp").body("value", equalTo("アプリケーションに戻る"));
    flow.post("/upgrades/v2", "").statusCode(204);
    assertThat(flow.versions()).isEqualTo(2);
  }

  @Test
  void upgrade_whenUnknown_thenNotFound() {
    FlowApi flow = FlowApi.fresh();
    flow.get("/upgrades/v3").statusCode(404).body("errors", equalTo("Upgrade not found."));
    flow.post("/upgrades/v3", "").statusCode(404).body("errors", equalTo("Upgrade not found."));
  }
}
