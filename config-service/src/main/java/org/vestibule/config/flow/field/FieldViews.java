package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.document.Locales;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/** Fields on the wire (configuration.md 5.5 and 7.3). */
final class FieldViews {
  private static final String BELOW = "/fields";
  private static final Map<String, String> RENAMED = Map.of("engageData", "socialProfileData");

  private FieldViews() {}

  static JsonNode list(FlowHead head) {
    return head.list(BELOW, names(head));
  }

  static JsonNode list(FlowHead head, String locale) {
    Locales.require(head.document(), locale);
    return head.list(below(locale), names(head));
  }

  private static List<String> names(FlowHead head) {
    return Items.names(head.document(), FieldTypes::isField);
  }

  private static String below(String locale) {
    return "/locales/" + locale + BELOW;
  }

  static ObjectNode one(FlowHead head, String name) {
    return view(head, name, head.path(BELOW + "/" + name), TextView.keyed(head));
  }

  static ObjectNode one(FlowHead head, String locale, String name) {
    Locales.require(head.document(), locale);
    String self = head.path(below(locale) + "/" + name);
    return view(head, name, self, TextView.localized(head, locale));
  }

  static ObjectNode require(FlowHead head, String name) {
    return Items.find(head.document(), name, FieldTypes::isField)
        .orElseThrow(FlowError.FIELD_NOT_FOUND::exception);
  }

  private static ObjectNode view(FlowHead head, String name, String self, TextView texts) {
    ObjectNode field = require(head, name);
    ObjectNode json = Json.object();
    List<String> forms = Items.formsWith(head.document(), name);
    json.putObject("_relationships").set("forms", head.list("/forms", forms));
    json.put("_self", self).put("type", Items.type(field)).put("name", name);
    for (Map.Entry<String, JsonNode> member : field.properties()) {
      if (!member.getKey().equals("type")) {
        json.set(wireName(member), value(member.getValue(), texts));
      }
    }
    return json;
  }

  private static String wireName(Map.Entry<String, JsonNode> member) {
    if (member.getKey().equals("schemaId")) {
      return member.getValue().isArray() ? "schemaAttributes" : "schemaAttribute";
    }
    return RENAMED.getOrDefault(member.getKey(), member.getKey());
  }

  /** References become what the view makes of them, wherever they stand. */
  private static JsonNode value(JsonNode stored, TextView texts) {
    if (stored.isObject() && stored.size() == 1 && stored.path("key").isTextual()) {
      return texts.of(stored.path("key").textValue());
    }
    if (stored.isArray()) {
      ArrayNode list = Json.array();
      stored.forEach(it -> list.add(value(it, texts)));
      return list;
    }
    return stored.isObject() ? object(stored, texts) : stored;
  }

  /** The label of an option is stored as its text. */
  private static ObjectNode object(JsonNode stored, TextView texts) {
    ObjectNode json = Json.object();
    stored
        .properties()
        .forEach(it -> json.set(isLabel(it) ? "label" : it.getKey(), value(it.getValue(), texts)));
    return json;
  }

  private static boolean isLabel(Map.Entry<String, JsonNode> member) {
    return member.getKey().equals("text") && member.getValue().isObject();
  }
}
