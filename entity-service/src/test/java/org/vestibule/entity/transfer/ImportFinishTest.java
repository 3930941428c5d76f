package org.vestibule.entity.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vestibule.entity.stack.ServiceTest;
import org.vestibule.entity.stack.Topic;
import org.vestibule.testkit.event.EventSchemas;

@QuarkusTest
class ImportFinishTest extends ServiceTest {
  private final Imports imports = Imports.of(FIRST);

  @Test
  void finishedByManyAtOnce_isToldOnce() {
    String silent = newUuid();
    String run = imports.begin();
    imports.take(run, 0, named(silent), "{\"gender\":5}");
    List<JsonNode> counts =
        IntStream.range(0, 16).parallel().mapToObj(i -> imports.finish(run, 1)).toList();
    assertThat(counts)
        .allMatch(it -> it.toString().equals("{\"batches\":1,\"stored\":1,\"rejected\":1}"));
    String last = newUuid();
    String other = withEvents(last);
    List<ConsumerRecord<String, byte[]>> finished =
        Topic.withKey("user-events", FIRST.id(), endings(run, other)).stream()
            .filter(it -> List.of(run, other).contains(Topic.header(it, "ce_subject")))
            .toList();
    finished.forEach(EventSchemas::check);
    assertThat(finished).hasSize(2);
    JsonNode told = Topic.data(finished.get(0));
    assertThat(told.path("stored").asInt()).isEqualTo(1);
    assertThat(told.path("rejected").asInt()).isEqualTo(1);
    assertThat(told.path("recordEvents").asBoolean()).isFalse();
    assertThat(Topic.data(finished.get(1)).path("recordEvents").asBoolean()).isTrue();

    List<ConsumerRecord<String, byte[]>> created = Topic.withKey("user-events", last, 1);
    created.forEach(EventSchemas::check);
    assertThat(created).extracting(Topic::type).containsExactly("user-created");
    direct.call("entity.delete", "uuid", silent);
    assertThat(Topic.withKey("user-events", silent, 1))
        .extracting(Topic::type)
        .as("no event for a record of an import that did not ask for them")
        .containsExactly("user-deleted");
  }

  /** Keys of other tests are the application too; all that were published so far are read. */
  private int endings(String... runs) {
    int count = 0;
    int found = 0;
    while (found < runs.length && count < 1_000) {
      count++;
      found =
          (int)
              Topic.withKey("user-events", FIRST.id(), count).stream()
                  .filter(it -> List.of(runs).contains(Topic.header(it, "ce_subject")))
                  .count();
    }
    return count;
  }

  private String withEvents(String uuid) {
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    ((ObjectNode) opening.path("options")).put("events", true);
    String run = imports.open(opening).path("id").asText();
    imports.take(run, 0, named(uuid), named(uuid), "{\"gender\":5}");
    imports.finish(run, 1);
    return run;
  }

  @Test
  void runWithMissingBatches_isNotFinished() {
    String run = imports.begin();
    imports.take(run, 0, "{}");
    imports.take(run, 2, "{}");
    assertThat(imports.tryFinish(run, 3).statusCode()).isEqualTo(409);
    imports.take(run, 1, "{}");
    assertThat(imports.finish(run, 3).path("stored").asInt()).isEqualTo(3);
    assertThat(imports.tryTake(run, 3, "{}").statusCode()).as("after its end").isEqualTo(409);
  }

  @Test
  void emptyFile_isFinished() {
    String run = imports.begin();
    assertThat(imports.finish(run, 0).path("stored").asInt()).isZero();
    ObjectNode opening = Imports.opening(Imports.fingerprint());
    JsonNode open = imports.open(opening);
    assertThat(open.path("finished").asBoolean()).isFalse();
    imports.finish(open.path("id").asText(), 0);
    JsonNode again = imports.open(opening);
    assertThat(again.path("finished").asBoolean()).isTrue();
    assertThat(again.path("finishedAt").asText()).endsWith("Z");
  }

  private static String newUuid() {
    return UUID.randomUUID().toString();
  }

  private static String named(String uuid) {
    return "{\"uuid\":\"" + uuid + "\"}";
  }
}
