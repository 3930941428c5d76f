package org.vestibule.config.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.vestibule.config.ConfigServiceUnderTest;
import org.vestibule.config.Operator;
import org.vestibule.config.Tenant;
import org.vestibule.testkit.KafkaForTests;
import org.vestibule.testkit.event.EventSchemas;

/** What really lies on {@code config-events} is what docs/events promises. */
@QuarkusTest
@QuarkusTestResource(ConfigServiceUnderTest.class)
class PublishedEventsTest {
  private static final String TOPIC = "config-events";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void newTenantAndItsChanges_thenEventsInOrderAndOfTheirForm() {
    Tenant tenant = Operator.newTenant();
    tenant
        .as("owner")
        .contentType("application/json")
        .body("{\"hoursToLive\":1}")
        .put(tenant.path("/clients/" + tenant.client("login_client").client_id() + "/secret"))
        .then()
        .statusCode(200);
    put(tenant, "/settings", "{\"own\":1}");
    put(
        tenant,
        "/clients/" + tenant.client("login_client").client_id() + "/settings",
        "{\"own\":1}");

    List<ConsumerRecord<String, byte[]>> published = readOf(tenant.applicationId(), 6);

    assertThat(published).allSatisfy(EventSchemas::check);
    assertThat(published)
        .extracting(PublishedEventsTest::type)
        .containsExactly(
            "application-created",
            "domain-changed",
            "flow-published",
            "client-changed",
            "settings-changed",
            "settings-changed");
  }

  private static void put(Tenant tenant, String path, String body) {
    tenant
        .as("owner")
        .contentType("application/json")
        .body(body)
        .put(tenant.path(path))
        .then()
        .statusCode(200);
  }

  private static String type(ConsumerRecord<String, byte[]> message) {
    return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> readOf(String applicationId, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", KafkaForTests.bootstrap());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + LIMIT.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
        found.removeIf(message -> !applicationId.equals(message.key()));
      }
    }
    return found;
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    int count = consumer.partitionsFor(TOPIC).size();
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition(TOPIC, i)).toList();
  }
}
