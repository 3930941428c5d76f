package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.json.Json;

/** What came out when a password was checked. */
public sealed interface CredentialCheck {
  /** The answer of the internal call. */
  ObjectNode json();

  /** The password is the record's. */
  record Match(UUID uuid, long id, ObjectNode profile, boolean wasKnown)
      implements CredentialCheck {
    @Override
    public ObjectNode json() {
      ObjectNode json = outcome("match");
      json.putObject("record").put("uuid", uuid.toString()).put("id", id);
      json.set("profile", profile);
      return json.put("wasKnown", wasKnown);
    }
  }

  /** No such record, no password, or another one; only the log of the callee may tell which. */
  record Mismatch(Optional<UUID> uuid) implements CredentialCheck {
    @Override
    public ObjectNode json() {
      ObjectNode json = outcome("mismatch");
      json.putNull("record");
      uuid.ifPresent(it -> json.putObject("record").put("uuid", it.toString()));
      return json;
    }
  }

  /** The password is right but the account is switched off. */
  record Deactivated(UUID uuid, String since) implements CredentialCheck {
    @Override
    public ObjectNode json() {
      ObjectNode json = outcome("deactivated");
      json.putObject("record").put("uuid", uuid.toString());
      return json.put("since", since);
    }
  }

  private static ObjectNode outcome(String name) {
    return Json.object().put("outcome", name);
  }
}
