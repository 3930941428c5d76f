package org.vestibule.config.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.FlowApi;
import org.vestibule.config.Rows;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.platform.json.Json;

@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class FlowVersionsTest {
  @Inject Rows rows;

  @Test
  void versions_newestFirst_eachReadable() {
    FlowApi flow = FlowApi.fresh();
    String first = flow.head();
    flow.put("/locales/en-US/mailTemplates/passwordRecover", "{\"subject\":\"One\"}")
        .statusCode(204);
    String second = flow.head();
    flow.delete("/fields/gender").statusCode(204);

    flow.get("/versions")
        .statusCode(200)
        .body(
            "change",
            contains(
                "Removed field: gender",
                "Removed field: gender",
                "Updated mail template: passwordRecover (en-US)",
                "Created."))
        .body("version", contains("HEAD", flow.head(), second, first));
    JsonPath old = flow.read("/versions/" + first);
    assertThat(old.getMap("fields")).containsKey("gender");
    assertThat(old.getString("mailTemplates.en-US.passwordRecover.subject")).startsWith("Reset");
    assertThat(old.getString("version")).isEqualTo(first);
    assertThat(
            flow.read("/versions/" + second)
                .getString("mailTemplates.en-US.passwordRecover.subject"))
        .isEqualTo("One");
    assertThat(flow.read("/versions/HEAD").getMap("fields")).doesNotContainKey("gender");
    flow.get("/versions/20000101000000000000")
        .statusCode(404)
        .body("errors", equalTo("Flow Version not found."));
    new FlowApi(flow.tenant(), "nope")
        .get("/versions")
        .statusCode(404)
        .body("errors", equalTo("Flow not found."));
  }

  @Test
  void restore_thenANewVersionWithTheOldContent() {
    FlowApi flow = FlowApi.fresh();
    String first = flow.head();
    Map<String, Object> fields = flow.read("/versions/HEAD").getMap("fields");
    flow.delete("/fields/gender").statusCode(204);

    flow.post("/versions/" + first, "")
        .statusCode(201)
        .header("Location", equalTo(flow.path("/versions/" + flow.head())))
        .body("name", equalTo("standard"))
        .body("version", equalTo(flow.head()));

    assertThat(flow.note()).isEqualTo("Restored version " + first);
    assertThat(flow.read("/versions/HEAD").<String, Object>getMap("fields")).isEqualTo(fields);
    String head = flow.head();
    flow.post("/versions/HEAD", "").statusCode(201).body("version", equalTo(head));
    assertThat(flow.versions()).isEqualTo(3);
    flow.post("/versions/1", "").statusCode(404).body("errors", equalTo("Flow Version not found."));
  }

  @Test
  void rows_holdWhatReadersGet() {
    FlowApi flow = FlowApi.fresh();
    String first = flow.head();
    flow.delete("/fields/gender").statusCode(204);
    flow.post("/locales/en-US/strings", "{\"name\":\"hello\",\"value\":\"Hello\"}").statusCode(201);
    expectRows(flow, "HEAD");
    flow.post("/versions/" + first, "").statusCode(201);
    flow.put("/forms/signInForm", "{\"fields\":[{\"name\":\"phone\",\"required\":true}]}")
        .statusCode(204);
    expectRows(flow, "HEAD");
    expectRows(flow, first);
  }

  /** What the rows say of a version, whatever is in memory. */
  private void expectRows(FlowApi flow, String version) {
    String name = version.equals("HEAD") ? flow.head() : version;
    List<String> stored =
        rows.texts(
            "SELECT json_agg(json_build_array(p.section, p.name, p.body) ORDER BY p.position)::text"
                + " FROM flow_part p, flow_version v WHERE v.version = $1"
                + " AND p.application_id = v.application_id AND p.flow = 'standard'"
                + " AND v.flow = 'standard' AND p.since <= v.number AND p.until > v.number",
            name);
    assertThat(WireDocument.of("standard", name, FlowDocument.read(stored.get(0))))
        .isEqualTo(Json.parse(flow.text("/versions/" + version)));
  }

  @Test
  void sixteenAtOnce_thenNothingIsLost() {
    FlowApi flow = FlowApi.fresh();
    String first = flow.head();

    List<Integer> statuses =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> change(flow, i)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnly(201);
    assertThat(flow.read("/screens").<String>getList("name"))
        .contains(IntStream.range(0, 16).mapToObj(i -> "screen" + i).toArray(String[]::new));
    assertThat(flow.versions()).isEqualTo(17);
    List<String> versions = flow.read("/versions").getList("version");
    assertThat(versions.subList(1, 18))
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    flow.get("/versions/" + first).body("screens.keySet()", hasSize(39));
  }

  private static int change(FlowApi flow, int number) {
    String body = "{\"name\":\"screen%d\",\"modal\":true,\"hasUserData\":false}".formatted(number);
    return flow.post("/screens", body).extract().statusCode();
  }

  @Test
  void change_thenEventAndAuditRecordWithoutTexts() {
    FlowApi flow = FlowApi.fresh();
    flow.put("/locales/en-US/mailTemplates/passwordRecover", "{\"subject\":\"Hush\"}")
        .statusCode(204);

    List<Rows.PublishedEvent> events = rows.events(flow.tenant().applicationId());
    Rows.PublishedEvent last = events.get(events.size() - 1);
    assertThat(last.type()).isEqualTo("flow-published");
    assertThat(last.subject()).isEqualTo("standard");
    assertThat(last.data().path("version").asText()).isEqualTo(flow.head());
    assertThat(last.data().toString()).doesNotContain("Hush");
    assertThat(
            rows.texts(
                "SELECT operation || '|' || object || '|' || version || '|' || client_id FROM audit_record"
                    + " WHERE application_id = $1 AND version IS NOT NULL",
                flow.tenant().applicationId()))
        .containsExactly(
            "updateMailTemplate|standard: Updated mail template: passwordRecover (en-US)|"
                + flow.head()
                + "|"
                + flow.tenant().client("owner").client_id());
  }

  @Test
  void storage_growsWithTheChangeAndNotWithTheFlow() {
    FlowApi flow = FlowApi.fresh();
    long document = flow.text("/versions/HEAD").length();
    long before = stored(flow);

    for (int i = 0; i < 50; i++) {
      flow.put("/locales/en-US/mailTemplates/passwordRecover", "{\"subject\":\"Change " + i + "\"}")
          .statusCode(204);
    }

    assertThat(flow.versions()).isEqualTo(51);
    assertThat(stored(flow) - before).isLessThan(document);
    assertThat(document).isGreaterThan(80_000);
  }

  private long stored(FlowApi flow) {
    return Long.parseLong(
        rows.texts(
                "SELECT sum(length(body::text))::text FROM flow_part WHERE application_id = $1"
                    + " AND flow = 'standard'",
                flow.tenant().applicationId())
            .get(0));
  }
}
