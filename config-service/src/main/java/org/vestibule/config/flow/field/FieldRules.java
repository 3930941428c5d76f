package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.vestibule.config.flow.document.TextSlots;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.platform.json.Json;

/** Reads the validation rules of a field (configuration.md 5.3). */
final class FieldRules {
  private static final String MEMBER = "validation";
  private static final int MOST = 50;

  private final String type;
  private final TextSlots texts;
  private final JsonNode present;

  FieldRules(String type, TextSlots texts, JsonNode present) {
    this.type = type;
    this.texts = texts;
    this.present = present;
  }

  ArrayNode read(ObjectNode body) {
    ArrayNode rules = Json.array();
    Set<String> names = new HashSet<>();
    for (JsonNode given : Members.list(body, MEMBER, MOST)) {
      ObjectNode rule = rule(given);
      if (!names.add(rule.get("rule").textValue())) {
        throw FlowError.RULE_TWICE.at(MEMBER, rule.get("rule").textValue());
      }
      rules.add(rule);
    }
    return rules;
  }

  private ObjectNode rule(JsonNode given) {
    String name = require(given, "rule").asText();
    RuleKind kind = RuleKind.of(name).orElseThrow(() -> FlowError.NOT_A_RULE.at(MEMBER, name));
    JsonNode value = require(given, "value");
    kind.require(name, type, value, texts.document());
    ObjectNode rule = Json.object().put("rule", name).set("value", value);
    JsonNode message = require(given, "message");
    texts
        .take(MEMBER, message, presentMessage(name))
        .ifPresent(reference -> rule.set("message", reference));
    return rule;
  }

  private static JsonNode require(JsonNode rule, String member) {
    JsonNode value = rule.path(member);
    if (value.isMissingNode() || value.isNull()) {
      throw FlowError.MISSING.at(MEMBER, member);
    }
    return value;
  }

  private JsonNode presentMessage(String name) {
    for (JsonNode rule : present) {
      if (rule.path("rule").asText().equals(name)) {
        return rule.path("message");
      }
    }
    return Json.object();
  }

  static boolean mention(JsonNode rules, String field) {
    for (JsonNode rule : rules) {
      if (mentions(rule, field)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the rule compares with the field or depends on it. */
  static boolean mentions(JsonNode rule, String field) {
    boolean names =
        RuleKind.of(rule.path("rule").asText()).filter(RuleKind.FIELD::equals).isPresent();
    return names && RuleKind.fields(rule.path("value")).contains(field);
  }
}
