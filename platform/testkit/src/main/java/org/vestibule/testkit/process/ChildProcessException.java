package org.vestibule.testkit.process;

import java.util.List;

/** Says that a started program did not do its work, with the last lines of its log. */
public final class ChildProcessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> logTail;

  public ChildProcessException(String message, List<String> logTail) {
    super(logTail.isEmpty() ? message : message + "\n  " + String.join("\n  ", logTail));
    this.logTail = List.copyOf(logTail);
  }

  public List<String> logTail() {
    return logTail;
  }
}
