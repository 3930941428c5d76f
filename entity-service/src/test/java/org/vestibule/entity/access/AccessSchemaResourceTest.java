package org.vestibule.entity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.Applications;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;

@QuarkusTest
class AccessSchemaResourceTest extends ServiceTest {
  @Inject Pool pool;

  private final CaptureApi reader = CaptureApi.by(FIRST.client("direct_read_access"));

  @BeforeEach
  void narrow() {
    store("first-direct-read-access", "read", "{/email,profiles.domain}");
    store("first-direct-access", "write", "{email,profiles}");
    store("first-login-client", "read_with_token", "{displayName,password}");
    store("first-login-client", "write_with_token", "{displayName}");
    Applications.changeSchema(FIRST);
    awaitNarrow();
  }

  @AfterEach
  void widen() {
    execute("DELETE FROM access_schema");
    Applications.changeSchema(FIRST);
    awaitWide();
  }

  @Test
  void reader_seesWhatIsListed() {
    String email = email();
    String uuid =
        ok(owner.create(
                "{\"email\":\"%s\",\"gender\":\"x\",\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%s\"}]}"
                    .formatted(email, email)))
            .path("uuid")
            .asText();
    JsonNode record = reader.byUuid(uuid);
    assertThat(record.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "uuid", "created", "lastUpdated", "profiles", "email");
    assertThat(record.path("profiles").path(0).fieldNames())
        .toIterable()
        .containsExactly("id", "domain");
    error(
        reader.call("entity", "uuid", uuid, "attribute_name", "gender"), 223, "unknown_attribute");
    error(
        reader.call("entity", "uuid", uuid, "attributes", "[\"gender\"]"),
        223,
        "unknown_attribute");
    error(reader.call("entity.find", "filter", "gender = 'x'"), 200, "invalid_argument");
    error(reader.call("entity.find", "sort_on", "[\"gender\"]"), 223, "unknown_attribute");
    error(
        reader.call("entity", "key_attribute", "username", "key_value", "x"),
        223,
        "unknown_attribute");
    ok(reader.call("entity.find", "filter", "email = '" + email + "'"));
  }

  @Test
  void values_areListedOfWhatIsListed() {
    String email = email();
    ok(owner.create("{\"email\":\"" + email + "\",\"gender\":\"x\"}"));
    JsonNode values =
        ok(
            reader.call(
                "entity.attributeValues", "attribute_path", "email", "max_results", "10000"));
    assertThat(values.path("results")).anyMatch(it -> it.asText().equals(email));
    for (String hidden : List.of("gender", "profiles.identifier", "primaryAddress.city")) {
      error(
          reader.call("entity.attributeValues", "attribute_path", hidden),
          223,
          "unknown_attribute");
    }
  }

  @Test
  void writer_addsManyAndMovesWhatIsListed() {
    JsonNode results =
        ok(direct.call(
                "entity.bulkCreate",
                "all_attributes",
                "[{\"gender\":\"x\"},{\"profiles\":[{\"domain\":\"d\",\"identifier\":\""
                    + email()
                    + "\"}]}]",
                "commit_each",
                "smart"))
            .path("results");
    assertThat(results.path(0).path("code").asInt()).isEqualTo(223);
    assertThat(results.path(1).isIntegralNumber()).isTrue();
    error(
        direct.call(
            "entity.adopt",
            "id",
            results.path(1).asText(),
            "attribute_name",
            "photos",
            "child_id",
            "1"),
        223,
        "unknown_attribute");
  }

  @Test
  void writer_changesWhatIsListed() {
    String uuid = person();
    JsonNode refused =
        error(
            direct.call("entity.update", "uuid", uuid, "attributes", "{\"givenName\":\"x\"}"),
            223,
            "unknown_attribute");
    assertThat(refused.path("attribute_name").asText()).isEqualTo("/givenName");
    error(
        direct.call("entity.update", "uuid", uuid, "attribute_name", "gender", "value", "x"),
        223,
        "unknown_attribute");
    ok(direct.call("entity.update", "uuid", uuid, "attributes", "{\"email\":\"" + email() + "\"}"));
    ok(direct.call("entity.delete", "uuid", uuid));
  }

  @Test
  void replacement_leavesAloneWhatIsNotListed() {
    String email = email();
    String uuid =
        ok(owner.create(
                "{\"email\":\"%s\",\"gender\":\"x\",\"password\":\"Test.123\"}".formatted(email)))
            .path("uuid")
            .asText();
    ok(direct.call("entity.replace", "uuid", uuid, "attributes", "{}"));
    JsonNode record = owner.byUuid(uuid);
    assertThat(record.path("email").isNull()).isTrue();
    assertThat(record.path("gender").asText()).isEqualTo("x");
    assertThat(record.path("password").path("type").asText()).isEqualTo("password-argon2id");
    error(
        direct.call("entity.replace", "uuid", uuid, "attributes", "{\"gender\":\"y\"}"),
        223,
        "unknown_attribute");
    error(
        direct.call("entity.replace", "uuid", uuid, "attribute_name", "gender", "value", "y"),
        223,
        "unknown_attribute");
  }

  @Test
  void token_isNarrowedByTheSchemasOfItsClient() {
    String uuid = person();
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    JsonNode record = token.call("entity").path("result");
    assertThat(record.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "uuid", "created", "lastUpdated", "displayName", "password");
    ok(token.call("entity.update", "attributes", "{\"displayName\":\"x\"}"));
    error(
        token.call("entity.update", "attributes", "{\"email\":\"x@example.org\"}"),
        223,
        "unknown_attribute");
    JsonNode registered =
        internal.register("{\"displayName\":\"Jo\",\"gender\":\"x\"}", "first-login-client");
    assertThat(registered.path("profile").has("gender")).isFalse();
  }

  private void awaitNarrow() {
    String uuid = ok(owner.create("{}")).path("uuid").asText();
    for (int i = 0; i < 100 && reader.byUuid(uuid).has("gender"); i++) {
      pause();
    }
  }

  private void awaitWide() {
    String uuid = ok(owner.create("{}")).path("uuid").asText();
    for (int i = 0; i < 100 && !reader.byUuid(uuid).has("gender"); i++) {
      pause();
    }
  }

  private void store(String client, String type, String paths) {
    execute(
        "INSERT INTO access_schema SELECT id, '%s', '%s', '%s' FROM entity_type WHERE application_id = '%s'"
            .formatted(client, type, paths, FIRST.id()));
  }

  private void execute(String sql) {
    pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
