package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vestibule.platform.json.Json;

/** Reads and writes topics as another service would. */
public final class KafkaProbe {
  private KafkaProbe() {}

  /** The first message of a topic that fits, waited for up to 20 seconds. */
  public static ConsumerRecord<String, byte[]> await(
      String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(it -> partitions.add(new TopicPartition(topic, it.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int i = 0; i < 100; i++) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          if (fits.test(message)) {
            return message;
          }
        }
      }
    }
    throw new AssertionError("no such message in " + topic);
  }

  /** The event of a call, by the id that the call was answered with. */
  public static ConsumerRecord<String, byte[]> awaitAuthEvent(String type, String request) {
    return await(
        "auth-events",
        it ->
            header(it, "ce_type").equals(type)
                && data(it).path("correlationId").asText().equals(request));
  }

  /** Publishes an event. */
  public static void publish(String topic, String type, String key, String json) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var message = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
      Map.of(
              "ce_specversion",
              "1.0",
              "ce_id",
              UUID.randomUUID().toString(),
              "ce_type",
              type,
              "ce_source",
              "/vestibule/entity",
              "ce_subject",
              key,
              "ce_time",
              java.time.Instant.now().toString())
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(message);
    }
  }

  public static JsonNode data(ConsumerRecord<String, byte[]> message) {
    return Json.parse(message.value());
  }

  public static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static String bootstrap() {
    return ConfigProvider.getConfig().getValue("vestibule.kafka.bootstrap", String.class);
  }
}
