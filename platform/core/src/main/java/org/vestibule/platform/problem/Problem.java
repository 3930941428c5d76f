package org.vestibule.platform.problem;

/** Something that a caller is told instead of a result; each API family renders its own kinds. */
public interface Problem {
  /** A detail for the log that the caller must not see. */
  default String detail() {
    return "";
  }

  /** This problem as an exception, for the places where a value cannot be returned. */
  default ProblemException exception() {
    return new ProblemException(this);
  }
}
