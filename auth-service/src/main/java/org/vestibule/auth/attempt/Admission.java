package org.vestibule.auth.attempt;

/** Whether an attempt may go on, and if not, after how many seconds there is room again. */
public record Admission(boolean admitted, long retryAfterSeconds) {
  static final Admission ADMITTED = new Admission(true, 0);

  static Admission refused(long retryAfterSeconds) {
    return new Admission(false, Math.max(1, retryAfterSeconds));
  }
}
