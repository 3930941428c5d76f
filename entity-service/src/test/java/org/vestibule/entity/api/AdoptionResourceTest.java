package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.entity.stack.Topic;

@QuarkusTest
class AdoptionResourceTest extends ServiceTest {
  @Test
  void element_movesWithItsIdAndItsUniqueValue() {
    String identifier = "https://example.org/" + email();
    String from = withProfile(identifier);
    String to = withProfile("https://example.org/" + email());
    JsonNode element = direct.byUuid(from).path("profiles").path(0);
    ok(adopt(direct, to, "profiles", element.path("id").asText()));
    assertThat(direct.byUuid(from).path("profiles")).isEmpty();
    JsonNode profiles = direct.byUuid(to).path("profiles");
    assertThat(profiles).hasSize(2);
    // The older element has the smaller id.
    assertThat(profiles.path(0)).isEqualTo(element);
    JsonNode found =
        direct.call("entity", "key_attribute", "profiles.identifier", "key_value", identifier);
    assertThat(found.path("result").path("uuid").asText()).isEqualTo(to);
    ok(direct.call("entity.delete", "uuid", from));
    error(direct.create(profile(identifier)), 361, "unique_violation");
    for (String uuid : List.of(from, to)) {
      List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 2);
      assertThat(Topic.type(messages.get(1))).isEqualTo("user-updated");
      assertThat(Topic.data(messages.get(1)).path("attributes").toString())
          .isEqualTo("[\"profiles\"]");
    }
  }

  @Test
  void elementThatIsThere_staysAsItIs() {
    String uuid = withProfile("https://example.org/" + email());
    JsonNode before = direct.byUuid(uuid);
    ok(adopt(direct, uuid, "profiles", before.path("profiles").path(0).path("id").asText()));
    assertThat(direct.byUuid(uuid)).isEqualTo(before);
  }

  @Test
  void locallyUniqueValue_isNotTakenTwice() {
    String clients = "{\"clients\":[{\"clientId\":\"%s\"}]}";
    String from = ok(direct.create(clients.formatted("c"))).path("uuid").asText();
    String to = ok(direct.create(clients.formatted("c"))).path("uuid").asText();
    JsonNode before = direct.byUuid(from);
    JsonNode refused =
        error(
            adopt(direct, to, "clients", before.path("clients").path(0).path("id").asText()),
            361,
            "unique_violation");
    assertThat(refused.path("attribute_name").asText()).isEqualTo("/clients/clientId");
    assertThat(direct.byUuid(from)).isEqualTo(before);
    assertThat(direct.byUuid(to).path("clients")).hasSize(1);
  }

  @Test
  void wrongArguments_moveNothing() {
    String uuid = withProfile("https://example.org/" + email());
    String id = direct.byUuid(uuid).path("id").asText();
    String element = direct.byUuid(uuid).path("profiles").path(0).path("id").asText();
    error(adopt(direct, person(), "photos", element), 310, "record_not_found");
    error(adopt(direct, person(), "profiles", id), 310, "record_not_found");
    error(
        direct.call(
            "entity.adopt", "id", "999999999", "attribute_name", "profiles", "child_id", element),
        310,
        "record_not_found");
    for (String place : List.of("email", "primaryAddress", "/", "profiles#" + element)) {
      error(adopt(direct, person(), place, element), 200, "invalid_argument");
    }
    error(adopt(direct, person(), "profiles.profile.emails", element), 200, "invalid_argument");
    error(adopt(direct, person(), "nope", element), 223, "unknown_attribute");
    error(adopt(direct, person(), "profiles", "x"), 200, "invalid_argument");
    error(adopt(direct, person(), "profiles", "1 OR 1=1"), 200, "invalid_argument");
    error(direct.call("entity.adopt", "id", id, "child_id", element), 100, "missing_argument");
    error(
        direct.call("entity.adopt", "id", id, "attribute_name", "profiles"),
        100,
        "missing_argument");
    error(
        direct.call("entity.adopt", "attribute_name", "profiles", "child_id", element),
        100,
        "missing_argument");
    assertThat(direct.byUuid(uuid).path("profiles")).hasSize(1);
  }

  @Test
  void strangers_takeNothing() {
    String victim = withProfile("https://example.org/" + email());
    String element = direct.byUuid(victim).path("profiles").path(0).path("id").asText();
    CaptureApi other = CaptureApi.by(SECOND.client("direct_access"));
    String theirs = ok(other.create("{}")).path("id").asText();
    error(
        other.call("entity.adopt", "id", theirs, "attribute_name", "profiles", "child_id", element),
        310,
        "record_not_found");
    // A token opens its own record only, whatever record is named.
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, person()));
    error(
        token.call("entity.adopt", "attribute_name", "profiles", "child_id", element),
        310,
        "record_not_found");
    CaptureApi own = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, victim));
    ok(own.call("entity.adopt", "attribute_name", "profiles", "child_id", element));
    for (String feature : List.of("direct_read_access", "login_client", "access_issuer")) {
      CaptureApi client = CaptureApi.by(FIRST.client(feature));
      error(
          client.call("entity.adopt", "id", "1", "attribute_name", "profiles", "child_id", element),
          403,
          "client_permission_error");
    }
    assertThat(direct.byUuid(victim).path("profiles")).hasSize(1);
  }

  @Test
  void sixteenAdopters_leaveTheElementInOneRecord() {
    String identifier = "https://example.org/" + email();
    String first = withProfile(identifier);
    String element = direct.byUuid(first).path("profiles").path(0).path("id").asText();
    List<String> others = IntStream.range(0, 3).mapToObj(i -> person()).toList();
    ExecutorService adopters = Executors.newFixedThreadPool(16);
    List<CompletableFuture<JsonNode>> calls =
        IntStream.range(0, 16)
            .mapToObj(i -> others.get(i % 3))
            .map(to -> CompletableFuture.supplyAsync(() -> move(to, element), adopters))
            .toList();
    List<JsonNode> replies = calls.stream().map(CompletableFuture::join).toList();
    adopters.shutdown();
    assertThat(replies)
        .allMatch(it -> it.path("stat").asText().equals("ok") || it.path("code").asInt() == 310);
    String filter = "profiles.identifier = '" + identifier + "'";
    JsonNode holders = ok(direct.call("entity.find", "filter", filter)).path("results");
    assertThat(holders).hasSize(1);
    assertThat(holders.path(0).path("profiles").path(0).path("id").asText()).isEqualTo(element);
    List<String> all = new java.util.ArrayList<>(others);
    all.add(first);
    assertThat(all.stream().mapToInt(it -> direct.byUuid(it).path("profiles").size()).sum())
        .isEqualTo(1);
  }

  private JsonNode move(String to, String element) {
    return adopt(direct, to, "profiles", element);
  }

  private JsonNode adopt(CaptureApi api, String to, String place, String element) {
    String id = direct.byUuid(to).path("id").asText();
    return api.call("entity.adopt", "id", id, "attribute_name", place, "child_id", element);
  }

  private String withProfile(String identifier) {
    return ok(direct.create(profile(identifier))).path("uuid").asText();
  }

  private static String profile(String identifier) {
    return "{\"profiles\":[{\"domain\":\"d\",\"identifier\":\"" + identifier + "\"}]}";
  }
}
