package org.vestibule.local.transfer;

/** Is told how far a file is. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE = new Progress() {};

  /** That an import goes on behind a line. */
  default void resumed(long line) {}

  /** That the service does not answer, and that it will be asked again. */
  default void waiting(String why) {}

  /**
   * How far it is.
   *
   * @param records done so far
   * @param part of the file from 0 to 1, or less than 0 when nobody knows
   */
  default void at(long records, long rejected, double part) {}
}
