package org.vestibule.auth.factor;

import java.util.UUID;
import org.vestibule.platform.problem.InternalProblem;

/** Whose second factor another service asks for, and the client whose settings hold. */
public record PersonRequest(
    String applicationId, String clientId, String entityType, UUID recordUuid) {

  /** Refuses a request that names no record. */
  public PersonRequest {
    if (applicationId == null || clientId == null || entityType == null || recordUuid == null) {
      throw InternalProblem.badRequest(
          "applicationId, clientId, entityType and recordUuid are needed");
    }
  }

  /** The person of a request, which must name one. */
  public static PersonRequest required(PersonRequest person) {
    if (person == null) {
      throw InternalProblem.badRequest("person is needed");
    }
    return person;
  }
}
