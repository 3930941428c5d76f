package org.vestibule.entity.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/**
 * A hashed password.
 *
 * @param type how it was made, for example {@code password-argon2id}
 * @param salt null when the value holds it
 */
public record StoredPassword(String type, String value, String salt) {
  /** What new passwords become. */
  public static final String CURRENT = "password-argon2id";

  /** Reads the stored form. */
  public static StoredPassword of(JsonNode node) {
    return new StoredPassword(
        node.path("type").asText(), node.path("value").asText(), node.path("salt").textValue());
  }

  /** The stored form. */
  public ObjectNode json() {
    ObjectNode node = marker().put("value", value);
    return salt == null ? node : node.put("salt", salt);
  }

  /** What the record's document shows: that there is a password and of which type. */
  public ObjectNode marker() {
    return Json.object().put("type", type);
  }

  @Override
  public String toString() {
    return type;
  }
}
