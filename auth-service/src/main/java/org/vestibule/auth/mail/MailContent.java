package org.vestibule.auth.mail;

/** A mail that is ready to be sent. */
public record MailContent(String from, String to, String subject, String text, String html) {

  @Override
  public String toString() {
    return "MailContent[***]";
  }
}
