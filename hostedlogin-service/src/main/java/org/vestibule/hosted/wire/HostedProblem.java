package org.vestibule.hosted.wire;

import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemException;

/** A refusal of the Hosted Login API: HTTP status and {@code errors} (hosted-login.md 1.2). */
public record HostedProblem(int status, String errors) implements Problem {
  /** The customer or the thing asked for does not exist. */
  public static ProblemException notFound() {
    return new HostedProblem(404, "Not Found").exception();
  }
}
