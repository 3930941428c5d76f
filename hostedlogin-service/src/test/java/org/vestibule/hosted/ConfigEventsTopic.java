package org.vestibule.hosted;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vestibule.testkit.KafkaForTests;

/** Publishes what config-service would. */
public final class ConfigEventsTopic implements AutoCloseable {
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", KafkaForTests.bootstrap(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());

  public void applicationCreated(UUID eventId, UUID customerId, String applicationId) {
    String data =
        """
        {"customerId":"%s","applicationId":"%s","correlationId":"k7m2p9x4c6v8b3n5",
         "origin":{},"flags":[]}
        """;
    ProducerRecord<String, String> message =
        new ProducerRecord<>(
            "config-events", applicationId, data.formatted(customerId, applicationId));
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", eventId.toString());
    header(message, "ce_type", "application-created");
    header(message, "ce_source", "/vestibule/config-service");
    header(message, "ce_subject", applicationId);
    header(message, "ce_time", "2026-03-11T09:42:07.004518Z");
    header(message, "content-type", "application/json");
    send(message);
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private void send(ProducerRecord<String, String> message) {
    try {
      producer.send(message).get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException("the event could not be published", failure);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
