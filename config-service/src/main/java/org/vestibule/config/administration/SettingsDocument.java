package org.vestibule.config.administration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.config.setting.PredefinedSetting;
import org.vestibule.config.setting.SettingCatalogue;
import org.vestibule.config.setting.SettingScope;
import org.vestibule.platform.json.Json;

/** Settings on the wire: predefined ones above, custom ones below {@code custom}. */
final class SettingsDocument {
  private SettingsDocument() {}

  static ObjectNode of(SettingScope scope, ObjectNode values) {
    ObjectNode document = Json.object().put("_self", self(scope));
    return document.setAll(sorted(values));
  }

  /** With what all clients of the application share, not merged. */
  static ObjectNode ofClient(SettingScope scope, ObjectNode own, ObjectNode shared) {
    return of(scope, own).set("global", sorted(shared));
  }

  static ArrayNode options(List<String> entityTypes) {
    ArrayNode options = Json.array();
    SettingCatalogue.of(entityTypes).forEach(it -> options.add(option(it)));
    return options;
  }

  private static String self(SettingScope scope) {
    String application = "/config/" + scope.applicationId();
    return scope.isClient()
        ? application + "/clients/" + scope.clientId() + "/settings"
        : application + "/settings";
  }

  private static ObjectNode sorted(ObjectNode values) {
    ObjectNode document = Json.object();
    ObjectNode custom = Json.object();
    for (var value : values.properties()) {
      boolean isPredefined = SettingCatalogue.find(value.getKey()).isPresent();
      (isPredefined ? document : custom).set(value.getKey(), value.getValue());
    }
    return document.set("custom", custom);
  }

  private static ObjectNode option(PredefinedSetting setting) {
    ObjectNode option = Json.object();
    option.put("name", setting.name());
    option.put("group", setting.group());
    option.put("type", setting.type());
    option.put("globalOnly", setting.globalOnly());
    option.set("values", Json.array().addAll(setting.values()));
    option.set("default", setting.byDefault());
    return option.put("description", setting.description());
  }
}
