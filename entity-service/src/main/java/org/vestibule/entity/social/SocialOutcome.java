package org.vestibule.entity.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** What came out of a call about a social identity. */
public sealed interface SocialOutcome {
  /** The answer of the internal call. */
  ObjectNode json();

  /** The record has the identity, and the sign-in is written where there was one. */
  record Admitted(UUID uuid, long id, ObjectNode profile) implements SocialOutcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("outcome", "admitted");
      json.putObject("record").put("uuid", uuid.toString()).put("id", id);
      return json.set("profile", profile);
    }
  }

  /** The identity belongs to an account that is switched off. */
  record Deactivated(UUID uuid) implements SocialOutcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("outcome", "deactivated");
      json.putObject("record").put("uuid", uuid.toString());
      return json;
    }
  }

  /** Nobody has the identity, but somebody has the address that its provider vouches for. */
  record AddressInUse(UUID uuid, String provider) implements SocialOutcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("outcome", "addressInUse").put("provider", provider);
      json.putObject("record").put("uuid", uuid.toString());
      return json;
    }
  }

  /** Nothing is changed. */
  enum Nothing implements SocialOutcome {
    /** No record has the identity. */
    NONE("none"),
    /** The record is not the one that may take the second identity. */
    ELSEWHERE("elsewhere"),
    /** The record does not exist. */
    GONE("gone"),
    /** The identity is the only way to sign in. */
    LAST("last"),
    /** The identity is gone from the record. */
    REMOVED("removed");

    private final String wireName;

    Nothing(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("outcome", wireName);
    }
  }
}
