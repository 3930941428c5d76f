package org.vestibule.config.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.vestibule.config.setting.PredefinedSetting;
import org.vestibule.config.setting.SettingCatalogue;
import org.vestibule.platform.json.Json;

/** What one publish makes public: the settings that {@code jump_publish_settings} names. */
final class PublishedDocument {
  private static final String VERSION = "janrain_settings_version";
  private static final String NAMES = "jump_publish_settings";

  private PublishedDocument() {}

  static ObjectNode of(UUID version, ObjectNode effective) {
    ObjectNode document = Json.object().put(VERSION, version.toString());
    names(effective.path(NAMES).asText()).stream()
        .filter(name -> isPublic(name) && effective.has(name))
        .forEach(name -> document.put(name, effective.path(name).asText()));
    return document;
  }

  /** Whoever lists a secret by mistake must not have it published. */
  private static boolean isPublic(String name) {
    boolean isSecret = SettingCatalogue.find(name).map(PredefinedSetting::secret).orElse(false);
    return !isSecret && !name.equals(VERSION);
  }

  private static List<String> names(String listed) {
    return array(listed)
        .orElseGet(() -> Arrays.stream(listed.split(",")).map(String::strip).toList());
  }

  private static Optional<List<String>> array(String listed) {
    if (!listed.strip().startsWith("[")) {
      return Optional.empty();
    }
    try {
      JsonNode names = Json.parse(listed);
      return Optional.of(
          StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText).toList());
    } catch (Json.Malformed noList) {
      return Optional.of(List.of());
    }
  }
}
