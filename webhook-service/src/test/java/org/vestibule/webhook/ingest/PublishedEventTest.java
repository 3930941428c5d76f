package org.vestibule.webhook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.event.RecordRef;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.http.Origin;
import org.vestibule.platform.kafka.EventPublisher;
import org.vestibule.testkit.KafkaForTests;
import org.vestibule.testkit.event.EventSchemas;
import org.vestibule.webhook.Api;
import org.vestibule.webhook.Stored;
import org.vestibule.webhook.WebhookServiceUnderTest;

/** What the platform publishes is what docs/events promises and what this service stores. */
@QuarkusTest
@QuarkusTestResource(WebhookServiceUnderTest.class)
class PublishedEventTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject EventFactory events;
  @Inject EventPublisher publisher;

  private final RecordRef record =
      new RecordRef(UUID.randomUUID(), "app1", "id.example.com", "user", UUID.randomUUID());
  private final CallContext call =
      new CallContext(
          "r1",
          "c1",
          new Origin(
              "/entity.update",
              "192.0.2.1",
              "curl/8",
              null,
              new Origin.Forwarded("192.0.2.1", "https", "443")));

  @Test
  void everyRecordEvent_keepsItsPromiseAndIsStoredInOrder() {
    Api.of(record.customerId()).subscribeDisabled();
    List<Event> sent =
        List.of(
            events.ofRecord("user-created", record, List.of(), call),
            events.ofRecord("user-updated", record, List.of("email", "displayName"), call),
            events.ofRecord("user-deleted", record, List.of(), CallContext.platform("r2")));
    publisher.sendAll(sent).await().atMost(LIMIT);
    List<ConsumerRecord<String, byte[]>> published = readOwn(sent.size());
    assertThat(published).hasSize(sent.size()).allSatisfy(EventSchemas::check);
    List<String> types =
        Stored.awaitRows(
            3,
            "SELECT type FROM event WHERE customer_id = ? ORDER BY stored_at",
            record.customerId());
    assertThat(types).containsExactly("user-created", "user-updated", "user-deleted");
  }

  private List<ConsumerRecord<String, byte[]>> readOwn(int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", KafkaForTests.bootstrap());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + LIMIT.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(message -> collect(message, found));
      }
    }
    return found;
  }

  private void collect(
      ConsumerRecord<String, byte[]> message, List<ConsumerRecord<String, byte[]>> found) {
    if (record.uuid().toString().equals(message.key())) {
      found.add(message);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    int count = consumer.partitionsFor("user-events").size();
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition("user-events", i)).toList();
  }
}
