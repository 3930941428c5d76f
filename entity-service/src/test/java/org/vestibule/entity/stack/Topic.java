package org.vestibule.entity.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.KafkaForTests;

/** Reads a topic as a stranger would: no group, everything from the beginning. */
public final class Topic {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Topic() {}

  /** The first messages with a key, as many as asked for and what came with the last of them. */
  public static List<ConsumerRecord<String, byte[]>> withKey(String topic, String key, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + LIMIT.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(it -> add(found, it, key));
      }
    }
    return found;
  }

  public static String type(ConsumerRecord<String, byte[]> message) {
    return header(message, "ce_type");
  }

  public static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  public static JsonNode data(ConsumerRecord<String, byte[]> message) {
    return Json.parse(message.value());
  }

  private static void add(
      List<ConsumerRecord<String, byte[]>> found,
      ConsumerRecord<String, byte[]> message,
      String key) {
    if (key.equals(message.key())) {
      found.add(message);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", KafkaForTests.bootstrap()),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
