package org.vestibule.auth.outgoing;

/** A message that nobody will ever take; the text is fit for operators. */
public class Undeliverable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Undeliverable(String reason) {
    super(reason, null, false, false);
  }
}
