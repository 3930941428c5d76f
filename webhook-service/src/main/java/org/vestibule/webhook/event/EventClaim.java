package org.vestibule.webhook.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.platform.json.Json;

/**
 * The claim {@code events} of a notification (webhooks.md 8), which filters judge too: ids and
 * names of attributes, never values.
 */
public record EventClaim(EventType type, ObjectNode events) {
  private static final String NO_WEBHOOK = "no-webhook";
  private static final String LAST_UPDATED = "lastUpdated";

  /** The claim, or nothing for events that raise no notification. */
  public static Optional<EventClaim> raisedBy(RecordEvent event) {
    return isUnwanted(event.data())
        ? Optional.empty()
        : EventType.raisedBy(event.type()).map(type -> of(type, event));
  }

  private static boolean isUnwanted(ObjectNode data) {
    for (JsonNode flag : data.path("flags")) {
      if (NO_WEBHOOK.equals(flag.textValue())) {
        return true;
      }
    }
    return false;
  }

  private static EventClaim of(EventType type, RecordEvent event) {
    JsonNode data = event.data();
    ObjectNode claim = Json.object();
    claim.put("id", event.id().toString());
    claim.put("sub", event.recordUuid().toString());
    copy(data, "globalSub", claim, "globalSub");
    claim.put("captureApplicationId", event.applicationId());
    copy(data, "clientId", claim, "captureClientId");
    copy(data, "entityType", claim, "entityType");
    if (type == EventType.ENTITY_UPDATED) {
      claim.set("attributes", attributes(data.path("attributes")));
    }
    return new EventClaim(type, Json.object().set(type.wireName(), claim));
  }

  private static void copy(JsonNode data, String from, ObjectNode claim, String to) {
    String text = data.path(from).textValue();
    if (text != null) {
      claim.put(to, text);
    }
  }

  private static ArrayNode attributes(JsonNode names) {
    ArrayNode attributes = Json.array();
    for (JsonNode name : names) {
      if (name.isTextual() && !LAST_UPDATED.equals(name.textValue())) {
        attributes.add(name.textValue());
      }
    }
    return attributes;
  }
}
