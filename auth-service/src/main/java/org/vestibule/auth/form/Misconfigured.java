package org.vestibule.auth.form;

import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

/** The flow asks for something that does not exist, so its form cannot be processed (226). */
final class Misconfigured {

  private Misconfigured() {}

  static ProblemException because(String reason) {
    return CaptureProblem.flowError("the flow is misconfigured: " + reason).exception();
  }
}
