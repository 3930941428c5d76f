package org.vestibule.auth.mail;

/** The mails that the native calls send (authentication.md 13), and the link that each carries. */
public enum MailTemplate {
  REGISTRATION_VERIFICATION("registrationVerification", "email_verification_url"),
  PASSWORD_RECOVER("passwordRecover", "password_recover_url"),
  EMAIL_ADDRESS_CHANGED("emailAddressChanged", null);

  private final String wireName;
  private final String link;

  MailTemplate(String wireName, String link) {
    this.wireName = wireName;
    this.link = link;
  }

  /** The name in a flow. */
  public String wireName() {
    return wireName;
  }

  String link() {
    return link;
  }
}
