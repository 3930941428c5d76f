package org.vestibule.webhook.filter;

/** What one judgement may cost; a unit is about as long as comparing two short texts. */
final class Effort {
  private static final int MOST = 100_000;

  private int left = MOST;

  void spend(long units) {
    if (units > left) {
      throw new Exhausted();
    }
    left -= (int) units;
  }

  /** The judgement costs more than it may. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super(null, null, false, false);
    }
  }
}
