package org.vestibule.auth.sms;

/** What a gateway of text messages reads. */
public enum SmsFormat {
  JSON,
  FORM
}
