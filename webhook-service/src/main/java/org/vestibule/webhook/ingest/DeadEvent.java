package org.vestibule.webhook.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.kafka.UnreadableMessage;

/** A message that is kept aside because nobody could make sense of it. */
record DeadEvent(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> headers,
    byte[] value,
    String reason) {

  private static final int MAX_TEXT = 2_000;

  static DeadEvent of(UnreadableMessage message) {
    return new DeadEvent(
        message.topic(),
        message.partition(),
        message.offset(),
        storable(message.key()),
        storable(message.headers()),
        message.value(),
        storable(message.reason()));
  }

  static DeadEvent of(ReceivedEvent event, String reason) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_id", event.id().toString());
    headers.put("ce_type", event.type());
    headers.put("ce_subject", event.subject());
    headers.put("ce_time", event.time().toString());
    return new DeadEvent(
        event.topic(),
        event.partition(),
        event.offset(),
        storable(event.key()),
        storable(headers),
        Json.bytes(event.data()),
        storable(reason));
  }

  private static Map<String, String> storable(Map<String, String> texts) {
    Map<String, String> result = new LinkedHashMap<>();
    texts.forEach((name, text) -> result.put(storable(name), storable(text)));
    return result;
  }

  /** PostgreSQL stores no NUL character, and a hostile header must not fill the table. */
  private static String storable(String text) {
    if (text == null) {
      return null;
    }
    String printable = text.replace('\0', '\ufffd');
    return printable.length() > MAX_TEXT ? printable.substring(0, MAX_TEXT) : printable;
  }
}
