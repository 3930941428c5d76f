package org.vestibule.auth.nativecall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The native calls: the form type they serve and what they need (authentication.md 7.1, 10). */
public enum NativeOperation {
  SIGN_IN("traditionalSignin", Set.of()),
  REGISTRATION("traditionalRegistration", Set.of()),
  SOCIAL_SIGN_IN("socialRegistration", Set.of("form"), "token"),
  SOCIAL_REGISTRATION("socialRegistration", Set.of(), "token"),
  PROFILE_UPDATE("profileUpdate", Set.of("redirect_uri", "response_type"), UserToken.NAME),
  PASSWORD_RESET("passwordReset", Set.of("redirect_uri", "response_type")),
  EMAIL_VERIFICATION("verifyEmail", Set.of("redirect_uri", "response_type")),
  LINK(null, Set.of("form", "response_type"), UserToken.NAME, "token"),
  UNLINK(null, Set.of("form", "response_type"), UserToken.NAME, "identifier_to_remove");

  /** Forms that a flow may lack, and the one that is then read in their place. */
  private static final Map<String, String> STAND_INS =
      Map.of("traditionalRegistrationForm", "registrationForm");

  private final String action;
  private final Set<String> ignored;
  private final List<String> needed;

  NativeOperation(String action, Set<String> ignored, String... needed) {
    this.action = action;
    this.ignored = ignored;
    this.needed = List.of(needed);
  }

  String action() {
    return action;
  }

  /** Whether a parameter that clients send has no meaning here, whatever its value. */
  boolean ignores(String parameter) {
    return ignored.contains(parameter);
  }

  /** The parameters that the call is about, beside those of every native call. */
  List<String> needed() {
    return needed;
  }

  /** Whether the client's list of addresses holds (authentication.md 10.9 lets one call pass). */
  boolean isLimitedToAddresses() {
    return this != UNLINK;
  }

  /** Whether the call processes no form. */
  boolean isFormless() {
    return action == null;
  }

  /** Whether a form is named by the caller, or found because the flow has only one. */
  boolean needsForm() {
    return !isFormless() && this != SOCIAL_SIGN_IN;
  }

  /** The parameter that names the form. */
  Optional<String> formParameter() {
    if (isFormless()) {
      return Optional.empty();
    }
    return Optional.of(this == SOCIAL_SIGN_IN ? "registration_form" : "form");
  }

  static String standIn(String form) {
    return STAND_INS.getOrDefault(form, form);
  }
}
