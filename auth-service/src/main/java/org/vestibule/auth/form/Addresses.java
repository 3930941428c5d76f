package org.vestibule.auth.form;

/** Tells whether a text is an address that a mail can be sent to. */
public final class Addresses {
  private Addresses() {}

  /** One address alone: no list, no name, no control characters. */
  public static boolean takeMail(String text) {
    return text != null && EmailFormat.matches(text);
  }
}
