package org.vestibule.local.host;

/** Something that the person at the keyboard can act on; the message is shown as it is. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
