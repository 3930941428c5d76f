package org.vestibule.platform.kafka;

/** A message on a topic that is not a CloudEvent in the form we publish. */
final class NotAnEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAnEventException(String reason) {
    super(reason, null, false, false);
  }
}
