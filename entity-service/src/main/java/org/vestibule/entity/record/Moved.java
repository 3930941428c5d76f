package org.vestibule.entity.record;

/** A record was written by somebody else since it was read. */
final class Moved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Moved() {
    super("written since it was read", null, false, false);
  }

  /** Fails when a record could not be written as it was read. */
  static void refuse(int rows) {
    if (rows == 0) {
      throw new Moved();
    }
  }
}
