package org.vestibule.auth.nativecall;

import java.util.Map;

/** The native calls that process a form: the form type they serve (authentication.md 7.1). */
public enum NativeOperation {
  SIGN_IN("traditionalSignin"),
  REGISTRATION("traditionalRegistration");

  /** Forms that a flow may lack, and the one that is then read in their place. */
  private static final Map<String, String> STAND_INS =
      Map.of("traditionalRegistrationForm", "registrationForm");

  private final String action;

  NativeOperation(String action) {
    this.action = action;
  }

  String action() {
    return action;
  }

  static String standIn(String form) {
    return STAND_INS.getOrDefault(form, form);
  }
}
