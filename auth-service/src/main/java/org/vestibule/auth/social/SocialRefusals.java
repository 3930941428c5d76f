package org.vestibule.auth.social;

import org.vestibule.auth.upstream.SocialResult;
import org.vestibule.auth.upstream.Violation;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;

/** Tells callers why a social identity was not taken. */
public final class SocialRefusals {
  private static final String STORED = "profiles.identifier";

  private SocialRefusals() {}

  /** 361 when somebody has the identity, else what the store says. */
  public static CaptureProblem of(SocialResult.Refused refused) {
    Violation first = refused.violations().get(0);
    return isTaken(first) ? taken() : first.problem();
  }

  /** The same for a change of one's own record: 413 when it is gone. */
  public static CaptureProblem ofOwn(SocialResult.Refused refused) {
    return refused.violations().get(0).code() == CaptureCode.RECORD_NOT_FOUND.code()
        ? CaptureProblem.noAccessGrant()
        : of(refused);
  }

  /** Whether somebody has the identity. */
  public static boolean isTaken(Violation violation) {
    return violation.code() == CaptureCode.UNIQUE_VIOLATION.code()
        && violation.path().equals(STORED);
  }

  /** 361. */
  public static CaptureProblem taken() {
    return CaptureProblem.ofAttribute(
        CaptureCode.UNIQUE_VIOLATION,
        "Attempted to update a duplicate value",
        "/profiles#/identifier");
  }
}
