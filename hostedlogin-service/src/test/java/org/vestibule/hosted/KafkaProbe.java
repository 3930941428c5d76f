package org.vestibule.hosted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vestibule.testkit.KafkaForTests;

/** Reads topics as another service would. */
public final class KafkaProbe {
  private KafkaProbe() {}

  /** The first message of a topic that fits, waited for up to 20 seconds. */
  public static ConsumerRecord<String, byte[]> await(
      String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
    Map<String, Object> settings = Map.of("bootstrap.servers", KafkaForTests.bootstrap());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
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
}
