package org.vestibule.config.flow.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.vestibule.platform.json.Json;

/** The whole document of a version (configuration.md 14). */
public final class WireDocument {
  private static final Set<String> NO_INPUTS = Set.of("form", "string", "link");

  private WireDocument() {}

  /** The document with its name and version in front. */
  public static ObjectNode of(String name, String version, FlowDocument document) {
    ObjectNode json = Json.object().put("name", name).put("version", version);
    for (String member : new String[] {"schemas", "userData", "authProfileData"}) {
      json.set(member, document.root().path(member));
    }
    json.set("fields", all(document, Section.ITEM));
    json.set("schema_info", schemaInfo(document));
    json.set("screens", all(document, Section.SCREEN));
    json.set("mailTemplates", byLocale(document, Section.MAIL));
    json.set("2faMessages", byLocale(document, Section.MESSAGE));
    json.set("translations", translations(document));
    return json;
  }

  /** The attribute behind every field that stores one. */
  public static ObjectNode schemaInfo(FlowDocument document) {
    ObjectNode paths = Json.object();
    document
        .all(Section.ITEM)
        .forEach(
            (name, item) -> {
              if (item.path("schemaId").isTextual() && isInput(item)) {
                paths.set(name, item.path("schemaId"));
              }
            });
    return Json.object().set("paths", paths);
  }

  /** Whether an item takes a value from the user. */
  public static boolean isInput(JsonNode item) {
    return !NO_INPUTS.contains(item.path("type").asText());
  }

  private static ObjectNode all(FlowDocument document, Section section) {
    ObjectNode json = Json.object();
    document.all(section).forEach(json::set);
    return json;
  }

  private static ObjectNode byLocale(FlowDocument document, Section section) {
    ObjectNode json = Json.object();
    document.all(section).forEach((name, body) -> LocalizedName.of(name).putInto(json, body));
    return json;
  }

  private static ObjectNode translations(FlowDocument document) {
    ObjectNode json = Json.object();
    document.locales().forEach(locale -> json.set(locale, texts(document, locale)));
    return json;
  }

  /** Every translation key with its text in a locale; a missing text is empty. */
  public static ObjectNode texts(FlowDocument document, String locale) {
    ObjectNode json = Json.object();
    for (Map.Entry<String, ObjectNode> text : document.all(Section.TEXT).entrySet()) {
      json.put(text.getKey(), text.getValue().path(locale).asText());
    }
    return json;
  }
}
