package org.vestibule.entity.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Topic;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.event.EventSchemas;

@QuarkusTest
class RecordEventsTest extends ServiceTest {
  @Test
  void lifeOfARecord_isToldInOrder() {
    String uuid = person();
    ok(
        direct.call(
            "entity.update",
            "uuid",
            uuid,
            "attributes",
            "{\"gender\":\"x\",\"optIn\":{\"status\":true}}"));
    ok(direct.call("entity.update", "uuid", uuid, "attributes", "{\"gender\":\"x\"}"));
    error(
        direct.call("entity.update", "uuid", uuid, "attributes", "{\"gender\":1}"),
        341,
        "invalid_json_type");
    ok(direct.call("entity.delete", "uuid", uuid));
    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 3);
    messages.forEach(EventSchemas::check);
    assertThat(messages)
        .extracting(Topic::type)
        .containsExactly("user-created", "user-updated", "user-deleted");
    JsonNode updated = Topic.data(messages.get(1));
    assertThat(updated.path("attributes").toString()).isEqualTo("[\"gender\",\"optIn\"]");
    assertThat(updated.path("clientId").asText()).isEqualTo("first-direct-access");
    assertThat(updated.path("globalSub").asText())
        .isEqualTo("capture-v1://localhost/app-first/user/" + uuid);
    assertThat(updated.path("origin").path("endpoint").asText()).isEqualTo("/entity.update");
  }

  @Test
  void signIn_tellsOnlyOfItsMarks() {
    String email = email();
    String md5 = "{\"type\":\"password-md5\",\"value\":\"5f4dcc3b5aa765d61d8327deb882cf99\"}";
    String uuid =
        ok(direct.create("{\"email\":\"" + email + "\",\"password\":" + md5 + "}"))
            .path("uuid")
            .asText();
    internal.check(email, "password", "first-login-client", true);
    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 2);
    assertThat(Topic.data(messages.get(1)).path("attributes").toString())
        .isEqualTo("[\"clients\",\"lastLogin\"]");
  }

  @Test
  void socialIdentities_areToldByTheNameOfTheirAttribute() {
    String uuid = person();
    String identifier = "https://www.facebook.com/" + newName();
    ObjectNode link = Json.object().put("uuid", uuid).put("clientId", "first-login-client");
    link.putObject("identity").put("identifier", identifier).put("domain", "facebook.com");
    internal.post("social/link", link);
    link.remove("uuid");
    internal.post("social/sign-in", link);
    ObjectNode second = Json.object().put("uuid", uuid);
    second.putObject("identity").put("identifier", identifier + "2").put("domain", "x.example");
    internal.post("social/link", second);
    internal.post("social/unlink", Json.object().put("uuid", uuid).put("identifier", identifier));

    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 5);

    messages.forEach(EventSchemas::check);
    assertThat(messages.stream().skip(1).map(it -> Topic.data(it).path("attributes").toString()))
        .containsExactly(
            "[\"profiles\"]", "[\"clients\",\"lastLogin\"]", "[\"profiles\"]", "[\"profiles\"]");
    assertThat(messages)
        .allSatisfy(it -> assertThat(new String(it.value(), UTF_8)).doesNotContain("facebook"));
  }

  @Test
  void newType_isTold() {
    List<ConsumerRecord<String, byte[]>> messages =
        Topic.withKey("schema-events", FIRST.id(), 1).stream()
            .filter(it -> Topic.header(it, "ce_source").equals("/vestibule/entity-service"))
            .toList();
    messages.forEach(EventSchemas::check);
    assertThat(messages).extracting(Topic::type).containsOnly("schema-changed");
  }
}
