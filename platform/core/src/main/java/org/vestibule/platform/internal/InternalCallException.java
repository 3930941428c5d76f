package org.vestibule.platform.internal;

import java.io.IOException;

/** Another service could not be reached, answered too late, or failed. */
public final class InternalCallException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says which call failed and how. */
  public InternalCallException(String call, Throwable cause) {
    super(call + ": " + cause, cause);
  }

  /** Says which call was answered with a status that it does not know. */
  public InternalCallException(String call, int status) {
    super(call + ": HTTP " + status);
  }
}
