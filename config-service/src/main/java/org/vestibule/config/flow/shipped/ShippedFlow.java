package org.vestibule.config.flow.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.platform.json.Json;

/** Puts a shipped flow together from its structure and the texts of all languages. */
final class ShippedFlow {
  private final ObjectNode structure;
  private final ShippedTexts texts;

  ShippedFlow(String name, ShippedTexts texts) {
    this.structure = ShippedJson.read("/flows/" + name + ".json");
    this.texts = texts;
  }

  FlowDocument document() {
    TranslationKeys keys = new TranslationKeys();
    JsonNode items = structure.get("fields").deepCopy();
    keys.assign(items);
    return FlowDocument.ofRoot(root())
        .withAll(Section.ITEM, members(items))
        .withAll(Section.SCREEN, members(structure.get("screens")))
        .withAll(Section.TEXT, texts(keys))
        .withAll(Section.MAIL, texts.parts("mailTemplates"))
        .withAll(Section.MESSAGE, texts.parts("2faMessages"));
  }

  private ObjectNode root() {
    ObjectNode root = Json.object();
    for (String member : new String[] {"schemas", "userData", "authProfileData"}) {
      root.set(member, structure.get(member));
    }
    ArrayNode locales = root.putArray("locales");
    texts.locales().forEach(locales::add);
    return root;
  }

  private Map<String, ObjectNode> texts(TranslationKeys keys) {
    Map<String, ObjectNode> parts = new LinkedHashMap<>();
    keys.assigned().forEach((path, key) -> parts.put(key, texts.translations(path)));
    return parts;
  }

  private static Map<String, ObjectNode> members(JsonNode object) {
    Map<String, ObjectNode> members = new LinkedHashMap<>();
    object.properties().forEach(it -> members.put(it.getKey(), (ObjectNode) it.getValue()));
    return members;
  }
}
