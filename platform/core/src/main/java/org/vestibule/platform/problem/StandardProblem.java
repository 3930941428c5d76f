package org.vestibule.platform.problem;

import java.time.Duration;
import java.util.Set;

/** Problems that every API family has and renders in its own form. */
public sealed interface StandardProblem extends Problem {
  /** No operation lives at this path. */
  record UnknownPath(String path) implements StandardProblem {}

  /** The path exists but not with this method; {@code allowed} are the methods it has. */
  record MethodNotAllowed(Set<String> allowed) implements StandardProblem {}

  /** The body has a media type that the operation does not read. */
  record UnsupportedMediaType(String received) implements StandardProblem {}

  /** The request cannot be read at all. */
  record MalformedRequest(String detail) implements StandardProblem {}

  /** A bounded resource is full; the caller may come again after {@code retryAfter}. */
  record Busy(Duration retryAfter) implements StandardProblem {}

  /** Something that we stand on does not answer. */
  record Unavailable(String detail) implements StandardProblem {}

  /** The work ran longer than it was allowed to. */
  record TimedOut(String detail) implements StandardProblem {}

  /** A defect or an unforeseen failure; the cause is in the log under the request id. */
  record Unexpected() implements StandardProblem {}
}
