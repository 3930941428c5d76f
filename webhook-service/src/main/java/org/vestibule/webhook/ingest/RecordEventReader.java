package org.vestibule.webhook.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.platform.event.ReceivedEvent;
import org.vestibule.platform.json.Json;
import org.vestibule.webhook.event.RecordEvent;
import org.vestibule.webhook.ingest.RecordEventReading.Readable;
import org.vestibule.webhook.ingest.RecordEventReading.Unreadable;

/** Checks that an event names customer, application and record, and that it can be stored. */
final class RecordEventReader {

  private static final String NUL_IN_JSON = "\\u0000";
  private static final int MAX_ID = 200;

  private RecordEventReader() {}

  static RecordEventReading read(ReceivedEvent received) {
    try {
      return new Readable(event(received));
    } catch (IllegalArgumentException e) {
      return new Unreadable(e.getMessage());
    }
  }

  private static RecordEvent event(ReceivedEvent received) {
    JsonNode data = received.data();
    // PostgreSQL stores no NUL character; retrying such a message for ever would stop the topic.
    require(!Json.write(data).contains(NUL_IN_JSON), "the data holds a NUL character");
    require(!received.type().contains("\0"), "the type holds a NUL character");
    require(data instanceof ObjectNode, "the data is no object");
    return new RecordEvent(
        received.id(),
        uuid(data, "customerId"),
        text(data, "applicationId"),
        received.type(),
        uuid(data, "recordUuid"),
        received.time(),
        (ObjectNode) data);
  }

  private static UUID uuid(JsonNode data, String member) {
    String text = text(data, member);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(member + " is no UUID", e);
    }
  }

  private static String text(JsonNode data, String member) {
    String text = data.path(member).asText();
    require(!text.isEmpty() && text.length() <= MAX_ID, member + " is missing or too long");
    return text;
  }

  private static void require(boolean isFulfilled, String otherwise) {
    if (!isFulfilled) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
