package org.vestibule.platform.internal;

import java.io.IOException;

/** Another service could not be reached, answered too late, or failed. */
public final class InternalCallException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean mayRepeat;

  /** Says which call failed and how. */
  public InternalCallException(String call, Throwable cause) {
    this(call, cause, false);
  }

  /**
   * The same.
   *
   * @param mayRepeat whether the other side did nothing, or nothing that matters twice
   */
  InternalCallException(String call, Throwable cause, boolean mayRepeat) {
    super(call + ": " + cause, cause);
    this.mayRepeat = mayRepeat;
  }

  /** Says which call was answered with a status that it does not know. */
  public InternalCallException(String call, int status) {
    super(call + ": HTTP " + status);
    this.mayRepeat = false;
  }

  boolean mayRepeat() {
    return mayRepeat;
  }
}
