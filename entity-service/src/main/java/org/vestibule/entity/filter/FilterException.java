package org.vestibule.entity.filter;

/** A filter that makes no sense; the message is for its author. */
final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  private final int position;

  FilterException(String reason) {
    this(reason, NOWHERE);
  }

  private FilterException(String reason, int position) {
    super(reason, null, false, false);
    this.position = position;
  }

  /** One that can be pointed at; authors count from one. */
  static FilterException at(int position, String reason) {
    return new FilterException(reason + " at position " + (position + 1), position);
  }

  /** Where in the text, counted from zero; negative when the text is well-formed. */
  int position() {
    return position;
  }
}
