package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.record.RecordKey;
import org.vestibule.platform.json.Json;

/**
 * One person's record as another service is told of it.
 *
 * @param profile as the client's users see it; null when no view was asked for
 */
public record AccountView(RecordKey key, boolean hasPassword, ObjectNode profile) {
  /** The answer of the internal call. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.putObject("record").put("uuid", key.uuid().toString()).put("id", key.id());
    if (profile != null) {
      json.put("hasPassword", hasPassword).set("profile", profile);
    }
    return json;
  }
}
