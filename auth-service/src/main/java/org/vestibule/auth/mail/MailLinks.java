package org.vestibule.auth.mail;

/** Links of mails, made from settings alone. */
public final class MailLinks {
  private MailLinks() {}

  /** An address of a setting with one more query parameter, whose value needs no escaping. */
  public static String with(String address, String parameter, String code) {
    return address + (address.indexOf('?') < 0 ? "?" : "&") + parameter + "=" + code;
  }
}
