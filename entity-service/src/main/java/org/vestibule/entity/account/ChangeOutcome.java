package org.vestibule.entity.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** What came out of changing one person's record. */
public sealed interface ChangeOutcome {
  /** The answer of the internal call. */
  ObjectNode json();

  /**
   * The record is changed.
   *
   * @param names attributes whose values differ
   * @param before the e-mail address that the record had
   * @param isFirstProof nobody had proved that address before
   */
  record Changed(
      UUID uuid, List<String> names, JsonNode before, boolean isFirstProof, ObjectNode profile)
      implements ChangeOutcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("outcome", "changed");
      json.putObject("record").put("uuid", uuid.toString());
      json.set("changed", Json.tree(names));
      json.putObject("before").set("email", before);
      json.put("firstProof", isFirstProof);
      return json.set("profile", profile);
    }
  }

  /** Nothing is changed, for a reason that is more than a value that does not fit. */
  enum Unchanged implements ChangeOutcome {
    /** The record does not exist. */
    GONE("gone"),
    /** The value that was expected is another one by now. */
    DIFFERENT("different"),
    /** The current password is not the one that was given. */
    WRONG_PASSWORD("wrongPassword"),
    /** The record has no password to compare with. */
    NO_PASSWORD("noPassword");

    private final String wireName;

    Unchanged(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("outcome", wireName);
    }
  }
}
