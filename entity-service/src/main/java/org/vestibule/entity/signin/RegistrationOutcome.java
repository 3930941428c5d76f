package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;

/** What came out of a registration. */
public sealed interface RegistrationOutcome {
  /** The answer of the internal call. */
  ObjectNode json();

  /** The record exists now. */
  record Created(UUID uuid, long id, ObjectNode profile) implements RegistrationOutcome {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("outcome", "created");
      json.putObject("record").put("uuid", uuid.toString()).put("id", id);
      json.set("profile", profile);
      return json;
    }
  }

  /** A value is not allowed. */
  record Refused(CaptureProblem problem) implements RegistrationOutcome {
    @Override
    public ObjectNode json() {
      return Refusal.json(problem);
    }
  }
}
