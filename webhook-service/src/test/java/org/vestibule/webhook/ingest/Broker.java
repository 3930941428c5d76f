package org.vestibule.webhook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vestibule.testkit.KafkaForTests;

/** Writes to the topic as any producer could, well-formed or not. */
final class Broker implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", KafkaForTests.bootstrap()),
          new StringSerializer(),
          new ByteArraySerializer());

  static Map<String, String> headers(UUID id, String type, UUID record) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_type", type);
    headers.put("ce_source", "/vestibule/entity-service");
    headers.put("ce_subject", record.toString());
    headers.put("ce_time", "2026-03-09T14:05:06.123456Z");
    headers.put("content-type", "application/json");
    return headers;
  }

  void send(String key, Map<String, String> headers, String body) throws Exception {
    byte[] value = body == null ? null : body.getBytes(UTF_8);
    ProducerRecord<String, byte[]> message = new ProducerRecord<>("user-events", key, value);
    headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
    producer.send(message).get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
