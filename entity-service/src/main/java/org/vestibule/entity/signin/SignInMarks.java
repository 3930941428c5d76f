package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vestibule.entity.date.WireDates;
import org.vestibule.entity.record.Stamps;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/** What a sign-in leaves in a record: its time, and the client with its first and last time. */
@Singleton
public class SignInMarks {
  private static final String LAST_LOGIN = "lastLogin";
  private static final String CLIENTS = "clients";
  private static final String CLIENT_ID = "clientId";

  private final Stamps stamps;

  /** Takes the source of times. */
  public SignInMarks(Stamps stamps) {
    this.stamps = stamps;
  }

  /** Attributes to merge into the record; types without them get none. */
  public ObjectNode of(Schema schema, JsonNode doc, String clientId) {
    Instant second = stamps.now().truncatedTo(ChronoUnit.SECONDS);
    String now = WireDates.dateTime(second);
    ObjectNode marks = Json.object();
    if (schema.root().child(LAST_LOGIN).isPresent()) {
      marks.put(LAST_LOGIN, now);
    }
    if (clientId != null && schema.root().child(CLIENTS).isPresent()) {
      marks.putArray(CLIENTS).add(client(doc, clientId, now));
    }
    return marks;
  }

  /** Whether the record was signed in to by a client before. */
  static boolean knows(JsonNode doc, String clientId) {
    for (JsonNode client : doc.path(CLIENTS)) {
      if (client.path(CLIENT_ID).asText().equals(clientId)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode client(JsonNode doc, String clientId, String now) {
    ObjectNode client = Json.object().put(CLIENT_ID, clientId).put(LAST_LOGIN, now);
    return knows(doc, clientId) ? client : client.put("firstLogin", now);
  }
}
