package org.vestibule.entity.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ProblemException;

/** Values or names of an internal call that the schema does not take, as its caller is told. */
public final class Refusal {
  private static final int FIRST_CODE = 200;
  private static final int LAST_CODE = 399;
  private static final int REMOVED_OPERATOR = 485;

  private Refusal() {}

  /** Whether a failure is about what the caller gave. */
  public static boolean is(Throwable failure) {
    return failure instanceof ProblemException problem
        && problem.problem() instanceof CaptureProblem refused
        && isAboutInput(refused.code().code());
  }

  private static boolean isAboutInput(int code) {
    return code >= FIRST_CODE && code <= LAST_CODE || code == REMOVED_OPERATOR;
  }

  /** The answer of the internal call. */
  public static ObjectNode json(Throwable failure) {
    return json((CaptureProblem) ((ProblemException) failure).problem());
  }

  /** The answer of the internal call. */
  public static ObjectNode json(CaptureProblem problem) {
    ObjectNode json = Json.object().put("outcome", "refused");
    json.putArray("violations")
        .addObject()
        .put("code", problem.code().code())
        .put("error", problem.code().error())
        .put("attribute", problem.members().path("attribute_name").textValue())
        .put("constraint", constraint(problem))
        .put("description", problem.description())
        .set("members", problem.members());
    return json;
  }

  private static String constraint(CaptureProblem problem) {
    return switch (problem.code()) {
      case UNIQUE_VIOLATION -> "unique";
      case MISSING_REQUIRED_ATTRIBUTE -> "required";
      case LENGTH_VIOLATION -> "length";
      default -> problem.members().path("constraint_name").textValue();
    };
  }
}
