package org.vestibule.auth.form;

import java.util.Map;

/** Texts for failures that the flow has no message for. */
final class BuiltInMessages {

  static final String INVALID_CREDENTIALS = "Incorrect username or password. Please try again.";
  static final String UNKNOWN_ACCOUNT = "We could not find an account with that email address.";
  static final String WRONG_PASSWORD = "Incorrect password. Please try again.";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("required", "%s is required."),
          Map.entry("alongWith", "%s is required."),
          Map.entry("minLength", "%s is too short."),
          Map.entry("maxLength", "%s is too long."),
          Map.entry("match", "%s does not match."),
          Map.entry("matchOptions", "%s is not one of the options."),
          Map.entry("minYears", "You are not old enough to register."),
          Map.entry("unique", "%s is already being used."),
          Map.entry("notBreached", "This password is too common. Please choose another one."),
          Map.entry("date", "%s is not a valid date."));

  private BuiltInMessages() {}

  static String of(String rule, String label) {
    return TEXTS.getOrDefault(rule, "%s is not valid.").formatted(label);
  }
}
