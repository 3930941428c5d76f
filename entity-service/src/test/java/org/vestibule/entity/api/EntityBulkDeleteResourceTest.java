package org.vestibule.entity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.entity.stack.Replies.error;
import static org.vestibule.entity.stack.Replies.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.entity.stack.CaptureApi;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Tokens;
import org.vestibule.entity.stack.Topic;
import org.vestibule.testkit.event.EventSchemas;

@QuarkusTest
class EntityBulkDeleteResourceTest extends ServiceTest {
  private static final String PROFILE =
      "{\"displayName\":\"%1$s\",\"profiles\":[{\"domain\":\"d\",\"identifier\":\"%1$s#%2$d\"}]}";

  private final CaptureApi purger = CaptureApi.by(SECOND.client("owner"));

  @Test
  void everyRecordThatFits_isRemovedInBatches() {
    String mark = email();
    JsonNode uuids = create(owner, mark, 1_203);
    String other = person();
    assertThat(delete(mark, "false")).isEqualTo(1_203);
    assertThat(count(mark)).isEqualTo(1_203);
    assertThat(delete(mark, "true")).isEqualTo(1_203);
    assertThat(count(mark)).isZero();
    assertThat(delete(mark, "true")).isZero();
    ok(direct.call("entity", "uuid", other));
    ok(direct.create(PROFILE.formatted(mark, 7)));
    String last = uuids.path(1_202).asText();
    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", last, 2);
    messages.forEach(EventSchemas::check);
    assertThat(messages).extracting(Topic::type).containsExactly("user-created", "user-deleted");
    assertThat(Topic.data(messages.get(1)).path("clientId").asText()).isEqualTo("first-owner");
  }

  @Test
  void withoutCommit_recordsAreOnlyCounted() {
    String mark = email();
    create(owner, mark, 2);
    String filter = "displayName = '" + mark + "'";
    assertThat(ok(owner.call("entity.bulkDelete", "filter", filter)).path("total_count").asInt())
        .isEqualTo(2);
    assertThat(delete(mark, "0")).isEqualTo(2);
    assertThat(count(mark)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void filterOfNothing_removesNothing(String filter) {
    error(
        owner.call("entity.bulkDelete", "filter", filter, "commit", "true"),
        100,
        "missing_argument");
  }

  @Test
  void wrongArguments_removeNothing() {
    String uuid = person();
    error(owner.call("entity.bulkDelete", "commit", "true"), 100, "missing_argument");
    for (String filter :
        List.of(
            "nope = 1",
            "email",
            "'",
            "id = 1; DELETE FROM record_1",
            "id = 1 -- ",
            "1=1) OR (1=1")) {
      error(
          owner.call("entity.bulkDelete", "filter", filter, "commit", "true"),
          200,
          "invalid_argument");
    }
    error(
        owner.call("entity.bulkDelete", "filter", "id = 1", "commit", "yes"),
        200,
        "invalid_argument");
    error(
        owner.call("entity.bulkDelete", "filter", "id = 1", "type_name", "no"),
        222,
        "unknown_entity_type");
    error(owner.call("entity.purge"), 100, "missing_argument");
    error(owner.call("entity.purge", "commit", "perhaps"), 200, "invalid_argument");
    ok(owner.call("entity.purge", "commit", "false"));
    ok(direct.call("entity", "uuid", uuid));
  }

  @Test
  void onlyOwners_mayRemoveMany() {
    String uuid = person();
    String filter = "uuid = '" + uuid + "'";
    for (String feature :
        List.of("direct_access", "direct_read_access", "login_client", "access_issuer")) {
      CaptureApi client = CaptureApi.by(FIRST.client(feature));
      error(
          client.call("entity.bulkDelete", "filter", filter, "commit", "true"),
          403,
          "client_permission_error");
      error(client.call("entity.purge", "commit", "true"), 403, "client_permission_error");
    }
    CaptureApi token = CaptureApi.byToken(FIRST, Tokens.issue(FIRST, uuid));
    error(token.call("entity.purge", "commit", "true"), 403, "client_permission_error");
    assertThat(
            ok(purger.call("entity.bulkDelete", "filter", filter, "commit", "true"))
                .path("total_count")
                .asInt())
        .isZero();
    ok(direct.call("entity", "uuid", uuid));
  }

  @Test
  void purge_removesAllOfTheTypeAndNothingElse() {
    String mark = email();
    String stranger = person();
    String uuid = create(purger, mark, 620).path(619).asText();
    ok(purger.call("entity.purge", "commit", "true"));
    assertThat(ok(purger.call("entity.count")).path("total_count").asInt()).isZero();
    ok(direct.call("entity", "uuid", stranger));
    List<ConsumerRecord<String, byte[]>> messages = Topic.withKey("user-events", uuid, 2);
    assertThat(messages).extracting(Topic::type).containsExactly("user-created", "user-deleted");
    ok(purger.create(PROFILE.formatted(mark, 1)));
    ok(purger.call("entity.purge", "commit", "true"));
  }

  private static JsonNode create(CaptureApi api, String mark, int count) {
    String records =
        IntStream.range(0, count)
            .mapToObj(i -> PROFILE.formatted(mark, i))
            .collect(Collectors.joining(",", "[", "]"));
    JsonNode reply =
        ok(api.call("entity.bulkCreate", "all_attributes", records, "commit_each", "false"));
    assertThat(reply.path("results")).hasSize(count);
    return reply.path("uuid_results");
  }

  private int delete(String mark, String commit) {
    String filter = "displayName = '" + mark + "'";
    return ok(owner.call("entity.bulkDelete", "filter", filter, "commit", commit))
        .path("total_count")
        .asInt();
  }

  private int count(String mark) {
    return ok(owner.call("entity.count", "filter", "displayName = '" + mark + "'"))
        .path("total_count")
        .asInt();
  }
}
