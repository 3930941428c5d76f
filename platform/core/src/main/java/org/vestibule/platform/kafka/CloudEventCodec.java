package org.vestibule.platform.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;

/** Kafka protocol binding of CloudEvents 1.0, binary content mode (section 3.2 of the binding). */
final class CloudEventCodec {
  private CloudEventCodec() {}

  static ProducerRecord<String, byte[]> encode(Event event, String source) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            event.topic(), event.key(), event.data().getBytes(StandardCharsets.UTF_8));
    Headers headers = message.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", event.id().toString());
    put(headers, "ce_type", event.type());
    put(headers, "ce_source", source);
    put(headers, "ce_subject", event.subject());
    put(headers, "ce_time", event.time().toString());
    put(headers, "content-type", "application/json");
    return message;
  }

  /** Reads an event; a message that is none is refused with the reason. */
  static ReceivedEvent decode(ConsumerRecord<String, byte[]> message) {
    try {
      return new ReceivedEvent(
          UUID.fromString(header(message, "ce_id")),
          type(message),
          message.key(),
          header(message, "ce_subject"),
          Instant.parse(header(message, "ce_time")),
          Json.parse(message.value()),
          message.topic(),
          message.partition(),
          message.offset());
    } catch (IllegalArgumentException
        | DateTimeParseException
        | NullPointerException
        | Json.Malformed malformed) {
      throw new NotAnEventException(String.valueOf(malformed.getMessage()));
    }
  }

  /** The type of an event, without a look at its body. */
  static String type(ConsumerRecord<String, byte[]> message) {
    return header(message, "ce_type");
  }

  /** All headers as text, whatever they hold; of a repeated one the last. */
  static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : message.headers()) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    if (header == null) {
      throw new NotAnEventException("header " + name + " is missing");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
