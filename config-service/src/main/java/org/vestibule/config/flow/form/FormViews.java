package org.vestibule.config.flow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.document.TextView;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/** Forms on the wire (configuration.md 6.2). */
final class FormViews {
  private static final String BELOW = "/forms";

  private FormViews() {}

  static JsonNode list(FlowHead head) {
    return head.list(BELOW, Items.names(head.document(), Items.FORM::equals));
  }

  static ObjectNode require(FlowHead head, String name) {
    return Items.find(head.document(), name, Items.FORM::equals)
        .orElseThrow(FlowError.FORM_NOT_FOUND::exception);
  }

  static ObjectNode one(FlowHead head, String name) {
    ObjectNode form = require(head, name);
    ObjectNode json = Json.object();
    json.put("_self", head.path(BELOW + "/" + name)).put("name", name);
    json.set("action", form.path("action"));
    ArrayNode fields = json.putArray("fields");
    form.path("fields").forEach(it -> fields.add(field(head, it)));
    if (form.has("features")) {
      json.set("features", form.get("features"));
    }
    if (form.has("validation")) {
      json.set("validation", rules(form.get("validation"), TextView.keyed(head)));
    }
    return json;
  }

  private static ObjectNode field(FlowHead head, JsonNode entry) {
    String name = Items.entryName(entry);
    boolean required = entry.path("required").asBoolean() || isRequired(head, name);
    return Json.object()
        .put("_self", head.path("/fields/" + name))
        .put("name", name)
        .put("required", required);
  }

  /** Whether the field asks for a value in every form. */
  static boolean isRequired(FlowHead head, String field) {
    JsonNode item = head.document().find(Section.ITEM, field).orElseGet(Json::object);
    for (JsonNode rule : item.path("validation")) {
      if (rule.path("rule").asText().equals("required")) {
        return rule.path("value").asBoolean();
      }
    }
    return false;
  }

  private static ArrayNode rules(JsonNode stored, TextView texts) {
    ArrayNode rules = Json.array();
    for (JsonNode rule : stored) {
      ObjectNode shown = rule.deepCopy();
      if (rule.path("message").has("key")) {
        shown.set("message", texts.of(rule.path("message").path("key").asText()));
      }
      rules.add(shown);
    }
    return rules;
  }
}
