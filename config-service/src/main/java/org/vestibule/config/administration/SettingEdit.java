package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vestibule.platform.json.Json;

/** A change of the settings of one scope, named as audit records call it. */
public record SettingEdit(String operation, UnaryOperator<ObjectNode> change) {
  /** Nothing stays but the given settings. */
  public static SettingEdit replace(Map<String, JsonNode> values) {
    return new SettingEdit("replaceSettings", before -> Json.object().setAll(values));
  }

  /** The given settings are written, the others stay. */
  public static SettingEdit set(Map<String, JsonNode> values) {
    return new SettingEdit("setSettings", before -> before.setAll(values));
  }

  /** One setting goes. */
  public static SettingEdit remove(String name) {
    return new SettingEdit("deleteSetting", before -> before.without(name));
  }
}
