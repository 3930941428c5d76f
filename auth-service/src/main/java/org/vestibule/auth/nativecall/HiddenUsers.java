package org.vestibule.auth.nativecall;

import org.vestibule.platform.capture.directory.ClientView;

/** Whether replies keep to themselves who has an account (spec/README.md 27). */
public final class HiddenUsers {
  private HiddenUsers() {}

  /** For every operation. */
  public static boolean isOn(ClientView client) {
    return client.booleanSetting("hide_unknown_users", false);
  }

  /** For mails that recover a password, which have a narrower setting as well. */
  public static boolean isOnForRecovery(ClientView client) {
    return isOn(client) || client.booleanSetting("forgot_password_hide_unknown", false);
  }
}
