package org.vestibule.auth.sms;

/** A text message that is ready to be sent; the number is E.164 with a plus sign. */
public record SmsContent(String to, String text) {

  @Override
  public String toString() {
    return "SmsContent[***]";
  }
}
