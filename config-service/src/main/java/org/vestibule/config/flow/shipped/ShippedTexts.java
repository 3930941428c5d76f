package org.vestibule.config.flow.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.platform.json.Json;

/** What the shipped flows say in each language: labels and messages, mails, codes. */
final class ShippedTexts {
  private static final List<String> LOCALES =
      List.of("en-US", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP");

  private final Map<String, ObjectNode> byLocale = new LinkedHashMap<>();

  ShippedTexts() {
    LOCALES.forEach(it -> byLocale.put(it, ShippedJson.read("/flows/texts/" + it + ".json")));
  }

  List<String> locales() {
    return LOCALES;
  }

  /** The text of a readable key in every language. */
  ObjectNode translations(String path) {
    ObjectNode texts = Json.object();
    byLocale.forEach(
        (locale, all) -> texts.set(locale, required(all.path("translations"), path, locale)));
    return texts;
  }

  private static JsonNode required(JsonNode texts, String path, String locale) {
    JsonNode text = texts.path(path);
    if (!text.isTextual()) {
      throw new IllegalStateException("no text " + path + " in " + locale);
    }
    return text;
  }

  /** The mail templates or messages of all languages under the names that parts have. */
  Map<String, ObjectNode> parts(String member) {
    Map<String, ObjectNode> parts = new LinkedHashMap<>();
    byLocale.forEach(
        (locale, all) ->
            all.path(member)
                .properties()
                .forEach(
                    it ->
                        parts.put(
                            new LocalizedName(locale, it.getKey()).stored(),
                            (ObjectNode) it.getValue())));
    return parts;
  }

  Map<String, ObjectNode> messages(String locale) {
    Map<String, ObjectNode> messages = new LinkedHashMap<>();
    byLocale
        .get(locale)
        .path("2faMessages")
        .properties()
        .forEach(it -> messages.put(it.getKey(), (ObjectNode) it.getValue()));
    return messages;
  }
}
