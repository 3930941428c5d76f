package org.vestibule.auth.nativecall;

import java.util.Map;
import java.util.Set;

/** The native calls that process a form: the form type they serve (authentication.md 7.1). */
public enum NativeOperation {
  SIGN_IN("traditionalSignin", Set.of()),
  REGISTRATION("traditionalRegistration", Set.of()),
  PROFILE_UPDATE("profileUpdate", Set.of("redirect_uri", "response_type")),
  PASSWORD_RESET("passwordReset", Set.of("redirect_uri", "response_type")),
  EMAIL_VERIFICATION("verifyEmail", Set.of("redirect_uri", "response_type"));

  /** Forms that a flow may lack, and the one that is then read in their place. */
  private static final Map<String, String> STAND_INS =
      Map.of("traditionalRegistrationForm", "registrationForm");

  private final String action;
  private final Set<String> ignored;

  NativeOperation(String action, Set<String> ignored) {
    this.action = action;
    this.ignored = ignored;
  }

  String action() {
    return action;
  }

  /** Whether a parameter that clients send has no meaning here, whatever its value. */
  boolean ignores(String parameter) {
    return ignored.contains(parameter);
  }

  /** Whether the call is made with a user's access token. */
  boolean needsToken() {
    return this == PROFILE_UPDATE;
  }

  static String standIn(String form) {
    return STAND_INS.getOrDefault(form, form);
  }
}
