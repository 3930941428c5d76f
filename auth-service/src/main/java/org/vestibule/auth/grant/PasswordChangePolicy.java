package org.vestibule.auth.grant;

import org.vestibule.platform.capture.directory.ClientView;

/** Whether a changed password ends what was granted before it (authentication.md 5). */
public final class PasswordChangePolicy {
  private PasswordChangePolicy() {}

  /** The client's setting, on unless it is switched off. */
  public static boolean revokes(ClientView client) {
    return client.booleanSetting("revoke_access_on_password_change", true);
  }
}
