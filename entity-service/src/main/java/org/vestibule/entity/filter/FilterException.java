package org.vestibule.entity.filter;

/** A filter that makes no sense; the message is for its author. */
final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FilterException(String reason) {
    super(reason, null, false, false);
  }
}
