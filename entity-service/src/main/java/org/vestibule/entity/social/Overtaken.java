package org.vestibule.entity.social;

/** Ends a change whose ground is gone; the transaction is rolled back by it. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient SocialOutcome outcome;

  Overtaken(SocialOutcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  SocialOutcome outcome() {
    return outcome;
  }
}
