package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a setting may be called and hold (configuration.md 2). */
public final class SettingRules {
  /** Most settings of an application, and of a client. */
  public static final int MOST = 500;

  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");
  private static final int MAX_TEXT = 65_536;

  private SettingRules() {}

  /** Why the setting is refused, as a sentence; or empty. */
  public static Optional<String> refusal(String name, JsonNode value) {
    return refusalOfName(name)
        .map(reason -> Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".")
        .or(() -> refusalOfValue(name, value).map(it -> "Setting '" + name + "' " + it + "."));
  }

  /** Why the name is refused, as a sentence without its stop; or empty. */
  public static Optional<String> refusalOfName(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("setting names may not contain spaces");
  }

  /** Why the value is refused, as the end of a sentence; or empty. */
  public static Optional<String> refusalOfValue(String name, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      return Optional.of("must be a string, a number or a boolean");
    }
    return value.asText().length() > MAX_TEXT
        ? Optional.of("must have at most " + MAX_TEXT + " characters")
        : SettingCatalogue.find(name).flatMap(it -> it.refusal(value));
  }
}
