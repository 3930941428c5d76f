package org.vestibule.config.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.config.setting.SettingRules;
import org.vestibule.platform.json.Json;

/** Values of settings as this API knows them: texts (legacy-settings.md 2). */
final class LegacyValues {
  private LegacyValues() {}

  /** All values as texts. */
  static ObjectNode texts(ObjectNode values) {
    ObjectNode texts = Json.object();
    values.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }

  static ObjectNode everything(Map<String, ObjectNode> own, ObjectNode shared) {
    ObjectNode clients = Json.object();
    own.forEach((client, values) -> clients.set(client, texts(values)));
    ObjectNode reply = Json.object();
    reply.set("client_settings", clients);
    reply.set("default_settings", texts(shared));
    return reply;
  }

  /** One setting that is about to be written. */
  static Map<String, JsonNode> of(String key, String value) {
    JsonNode text = TextNode.valueOf(value);
    LegacyArguments.refuse("key", SettingRules.refusalOfName(key));
    LegacyArguments.refuse("value", SettingRules.refusalOfValue(key, text));
    return Map.of(key, text);
  }

  /** Settings that are about to be written; arrays and objects become their JSON text. */
  static Map<String, JsonNode> of(JsonNode items) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> item : items.properties()) {
      values.put(item.getKey(), text(item.getKey(), item.getValue()));
    }
    return values;
  }

  private static JsonNode text(String key, JsonNode value) {
    if (value.isNull()) {
      throw LegacyArguments.invalid("items", key + " must not be null");
    }
    JsonNode text = TextNode.valueOf(value.isValueNode() ? value.asText() : Json.write(value));
    LegacyArguments.refuse(
        "items",
        SettingRules.refusalOfName(key)
            .or(() -> SettingRules.refusalOfValue(key, text).map(it -> key + " " + it)));
    return text;
  }
}
