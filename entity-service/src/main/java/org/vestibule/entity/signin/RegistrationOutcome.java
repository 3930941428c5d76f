package org.vestibule.entity.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
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
      ObjectNode json = Json.object().put("outcome", "refused");
      json.putArray("violations")
          .addObject()
          .put("code", problem.code().code())
          .put("error", problem.code().error())
          .put("attribute", problem.members().path("attribute_name").textValue())
          .put("constraint", constraint())
          .put("description", problem.description());
      return json;
    }

    private String constraint() {
      return switch (problem.code()) {
        case UNIQUE_VIOLATION -> "unique";
        case MISSING_REQUIRED_ATTRIBUTE -> "required";
        case LENGTH_VIOLATION -> "length";
        default -> problem.members().path("constraint_name").textValue();
      };
    }
  }
}
