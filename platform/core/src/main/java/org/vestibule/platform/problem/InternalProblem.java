package org.vestibule.platform.problem;

/** A refusal of a call between services: HTTP status and a text for the caller's log. */
public record InternalProblem(int status, String text) implements Problem {
  /** The thing that was asked for does not exist. */
  public static ProblemException notFound() {
    return new InternalProblem(404, "Not found").exception();
  }

  /** The request does not make sense. */
  public static ProblemException badRequest(String text) {
    return new InternalProblem(400, text).exception();
  }

  /** The request contradicts what exists. */
  public static ProblemException conflict(String text) {
    return new InternalProblem(409, text).exception();
  }
}
