package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.config.setting.SettingRules;
import org.vestibule.config.wire.ConfigError;

/**
 * Reads the body of replaced settings (configuration.md 2.2, 2.4): the object that was read before,
 * changed by the caller, so members beginning with an underscore, {@code clients} and {@code
 * global} are passed over.
 */
final class SettingsParser {
  private static final String CUSTOM = "custom";

  private SettingsParser() {}

  static Map<String, JsonNode> parse(ObjectNode body) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    custom(body.path(CUSTOM)).properties().forEach(it -> put(values, it.getKey(), it.getValue()));
    body.properties().stream()
        .filter(it -> !isPassedOver(it))
        .forEach(it -> put(values, it.getKey(), it.getValue()));
    return values;
  }

  private static boolean isPassedOver(Map.Entry<String, JsonNode> member) {
    String name = member.getKey();
    boolean isRead = name.equals("clients") || name.equals("global");
    return name.startsWith("_") || name.equals(CUSTOM) || isRead && member.getValue().isObject();
  }

  private static JsonNode custom(JsonNode given) {
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      throw ConfigError.ofMember(CUSTOM, "Must be an object.").exception();
    }
    return given;
  }

  private static void put(Map<String, JsonNode> values, String name, JsonNode value) {
    if (value.isNull()) {
      values.remove(name);
      return;
    }
    SettingRules.refusalOfName(name)
        .or(() -> SettingRules.refusalOfValue(name, value))
        .map(reason -> Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".")
        .ifPresent(text -> refuse(name, text));
    values.put(name, value);
  }

  private static void refuse(String name, String text) {
    throw ConfigError.ofMember(name, text).exception();
  }
}
