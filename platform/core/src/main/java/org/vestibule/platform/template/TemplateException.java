package org.vestibule.platform.template;

/** A template cannot be read, or its output grows past a limit. */
public class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  TemplateException(String reason, Position position) {
    super(reason + " (line " + position.line() + ", column " + position.column() + ")");
    this.line = position.line();
    this.column = position.column();
  }

  TemplateException(String reason) {
    super(reason);
    this.line = 0;
    this.column = 0;
  }

  /** Counted from 1; 0 when the failure belongs to no place. */
  public int line() {
    return line;
  }

  /** Counted from 1; 0 when the failure belongs to no place. */
  public int column() {
    return column;
  }
}
