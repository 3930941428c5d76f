package org.vestibule.config.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a setting may be called and hold (configuration.md 2). */
public final class SettingRules {
  private static final Pattern NAME = Pattern.compile("\\S{1,255}");
  private static final int MAX_TEXT = 65_536;

  /** Settings that hold a secret; they are not taken where they would be stored unsealed. */
  private static final Set<String> SECRET = Set.of("rpx_key", "backplane_password");

  private SettingRules() {}

  /** Why the setting is refused, or empty. */
  public static Optional<String> refusal(String name, JsonNode value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("Setting names may not contain spaces.");
    }
    if (SECRET.contains(name)) {
      return Optional.of("Setting '" + name + "' holds a secret and cannot be set here.");
    }
    if (!value.isValueNode() || value.isNull()) {
      return Optional.of("Setting '" + name + "' must be a string, a number or a boolean.");
    }
    return value.asText().length() > MAX_TEXT
        ? Optional.of("Setting '" + name + "' is longer than 65536 characters.")
        : Optional.empty();
  }
}
