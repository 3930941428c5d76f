package org.vestibule.entity.internal;

import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.InternalProblem;
import org.vestibule.platform.problem.ProblemException;

/** Tells callers of internal endpoints what the wire would tell a client, as a bad request. */
final class InternalFailures {
  private InternalFailures() {}

  static Throwable translate(Throwable failure) {
    return failure instanceof ProblemException refused
            && refused.problem() instanceof CaptureProblem problem
        ? InternalProblem.badRequest(problem.description())
        : failure;
  }
}
