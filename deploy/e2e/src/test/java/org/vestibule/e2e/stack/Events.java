package org.vestibule.e2e.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An independent reader of the public topics, from their beginning. */
public final class Events implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<Seen> seen = new ArrayList<>();

  /** One event: CloudEvents headers and body. */
  public record Seen(String key, Map<String, String> headers, String body) {
    public String type() {
      return headers.get("ce_type");
    }

    public String id() {
      return headers.get("ce_id");
    }
  }

  public Events(String bootstrap, String topic) {
    this(bootstrap);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(it -> new TopicPartition(topic, it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private Events(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** The names of all topics. */
  public static Set<String> topics(String bootstrap) {
    try (Events events = new Events(bootstrap)) {
      return Set.copyOf(events.consumer.listTopics().keySet());
    }
  }

  /** Everything up to now. */
  public List<Seen> all() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
      consumer.poll(Duration.ofMillis(200)).forEach(it -> seen.add(seen(it)));
    }
    return List.copyOf(seen);
  }

  /**
   * Reads until every key has an event of this type, or the time is up, and gives what was seen of
   * these keys. One event may come more than once, so events are not counted.
   */
  public List<Seen> await(String type, Set<String> keys, Duration limit) {
    Instant end = Instant.now().plus(limit);
    Set<String> missing = new HashSet<>(keys);
    seen.forEach(it -> strike(missing, type, it));
    while (!missing.isEmpty() && Instant.now().isBefore(end)) {
      for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
        Seen event = seen(message);
        seen.add(event);
        strike(missing, type, event);
      }
    }
    return seen.stream().filter(it -> keys.contains(it.key())).toList();
  }

  private static void strike(Set<String> missing, String type, Seen event) {
    if (type.equals(event.type())) {
      missing.remove(event.key());
    }
  }

  private static Seen seen(ConsumerRecord<String, String> message) {
    Map<String, String> headers = new HashMap<>();
    message
        .headers()
        .forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
    return new Seen(message.key(), headers, message.value());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
