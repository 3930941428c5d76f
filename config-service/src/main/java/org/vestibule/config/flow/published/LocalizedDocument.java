package org.vestibule.config.flow.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.document.WireDocument;
import org.vestibule.platform.json.Json;

/**
 * A flow in one locale as SDKs download it, texts in place of keys (authentication.md 7.4). Mails
 * and codes stay inside: the file is open to everybody.
 */
final class LocalizedDocument {
  private LocalizedDocument() {}

  static ObjectNode of(FlowHead flow, String locale) {
    TextView texts = TextView.localized(flow, locale);
    ObjectNode json = Json.object();
    json.put("version", flow.version()).put("name", flow.name()).put("locale", locale);
    for (String member : new String[] {"schemas", "userData", "authProfileData"}) {
      json.set(member, flow.document().root().path(member));
    }
    ObjectNode fields = json.putObject("fields");
    all(flow, Section.ITEM).forEach((name, item) -> fields.set(name, localized(item, texts)));
    json.set("schema_info", WireDocument.schemaInfo(flow.document()));
    ObjectNode screens = json.putObject("screens");
    all(flow, Section.SCREEN).forEach(screens::set);
    return json;
  }

  private static Map<String, ObjectNode> all(FlowHead flow, Section section) {
    return flow.document().all(section);
  }

  private static JsonNode localized(JsonNode node, TextView texts) {
    if (node.isArray()) {
      ArrayNode list = Json.array();
      node.forEach(it -> list.add(localized(it, texts)));
      return list;
    }
    return node.isObject() ? object(node, texts) : node;
  }

  private static JsonNode object(JsonNode node, TextView texts) {
    if (node.size() == 1 && node.path("key").isTextual()) {
      return texts.of(node.path("key").textValue());
    }
    ObjectNode json = Json.object();
    node.properties().forEach(it -> json.set(it.getKey(), localized(it.getValue(), texts)));
    return json;
  }
}
