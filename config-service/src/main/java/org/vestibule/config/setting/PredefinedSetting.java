package org.vestibule.config.setting;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting with a meaning (configuration.md 2.6): {@code values} empty means any value of the
 * type; {@code secret} ones are stored sealed.
 */
public record PredefinedSetting(
    String name,
    String group,
    String type,
    boolean globalOnly,
    List<JsonNode> values,
    @JsonProperty("default") JsonNode byDefault,
    String description,
    Long min,
    Long max,
    boolean secret) {

  PredefinedSetting named(String other) {
    return new PredefinedSetting(
        other, group, type, globalOnly, values, byDefault, description, min, max, secret);
  }

  SettingType settingType() {
    return SettingType.valueOf(type.toUpperCase(Locale.ROOT));
  }

  /** Why a value is refused, as the end of a sentence; or empty. */
  Optional<String> refusal(JsonNode value) {
    return switch (settingType()) {
      case BOOLEAN -> refusal(settingType().admits(value), "must be true or false");
      case INTEGER -> refusal(isInRange(value), "must be an integer" + range());
      case STRING -> refusal(isListed(value), "must be one of: " + listed());
    };
  }

  private boolean isInRange(JsonNode value) {
    return settingType().admits(value)
        && SettingType.number(value)
            .map(it -> it.compareTo(least()) >= 0 && it.compareTo(most()) <= 0)
            .orElse(true);
  }

  private BigInteger least() {
    return BigInteger.valueOf(min == null ? Long.MIN_VALUE : min);
  }

  private BigInteger most() {
    return BigInteger.valueOf(max == null ? Long.MAX_VALUE : max);
  }

  private String range() {
    boolean isOpen = max == null || max == Integer.MAX_VALUE;
    return isOpen ? " of at least " + min : " between " + min + " and " + max;
  }

  private boolean isListed(JsonNode value) {
    return values.isEmpty()
        || value.asText().isEmpty()
        || values.stream().anyMatch(it -> it.asText().equals(value.asText()));
  }

  private String listed() {
    return values.stream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }

  private static Optional<String> refusal(boolean admitted, String reason) {
    return admitted ? Optional.empty() : Optional.of(reason);
  }
}
