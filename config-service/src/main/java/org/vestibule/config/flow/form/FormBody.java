package org.vestibule.config.flow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.document.TextSlots;
import org.vestibule.config.flow.field.ControlNames;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.platform.json.Json;

/** Reads the parts of a form from a request body (configuration.md 6.3, 6.4 and 6.6). */
final class FormBody {
  private static final int MOST_FIELDS = 200;
  private static final int MOST_RULES = 50;
  private static final Map<String, String> RULES =
      Map.of("requireAuthFields", "profileUpdate", "checkIdentifier", "passwordReset");
  private static final Set<String> ACTIONS =
      Set.of(
          "traditionalSignin",
          "traditionalRegistration",
          "socialRegistration",
          "profileUpdate",
          "passwordReset",
          "verifyEmail",
          "accountDeactivation");

  private final FlowHead head;
  private final TextSlots texts;
  private final ObjectNode form;

  FormBody(FlowHead head, TextSlots texts, ObjectNode form) {
    this.head = head;
    this.texts = texts;
    this.form = form;
  }

  static String action(ObjectNode body) {
    String action = Members.text(body, "action");
    if (!ACTIONS.contains(action)) {
      throw FlowError.NOT_A_FORM_ACTION.at("action", action);
    }
    return action;
  }

  void fields(ObjectNode body) {
    ArrayNode fields = Json.array();
    Set<String> names = new HashSet<>();
    for (JsonNode given : Members.list(body, "fields", MOST_FIELDS)) {
      String name = fieldName(given);
      if (!names.add(name)) {
        throw FlowError.EXISTS.at("fields", "Field", name);
      }
      fields.add(entry(name, given));
    }
    form.set("fields", fields);
  }

  private String fieldName(JsonNode given) {
    String name = Items.entryName(given);
    boolean known =
        ControlNames.has(name)
            || Items.find(head.document(), name, type -> !type.equals(Items.FORM)).isPresent();
    if (!known) {
      throw FlowError.UNKNOWN_FIELD.at("fields");
    }
    return name;
  }

  /** An entry says only what the field does not say itself. */
  private JsonNode entry(String name, JsonNode given) {
    boolean required = Members.flag(given, "required", false) && !FormViews.isRequired(head, name);
    return required ? Json.object().put("name", name).put("required", true) : Json.tree(name);
  }

  /** Absent members stay as they are, empty lists remove them. */
  void more(ObjectNode body) {
    if (body.path("features").isArray()) {
      features(body);
    }
    if (body.path("validation").isArray()) {
      rules(body);
    }
  }

  private void features(ObjectNode body) {
    ArrayNode features = Json.array();
    for (JsonNode given : Members.list(body, "features", MOST_RULES)) {
      features.addObject().put("name", name("features", given.path("name")));
    }
    put("features", features);
  }

  private void rules(ObjectNode body) {
    ArrayNode rules = Json.array();
    for (JsonNode given : Members.list(body, "validation", MOST_RULES)) {
      rules.add(rule(given));
    }
    put("validation", rules);
  }

  private ObjectNode rule(JsonNode given) {
    String name = name("validation", given.path("rule"));
    String action = RULES.getOrDefault(name, form.path("action").asText());
    if (!form.path("action").asText().equals(action)) {
      throw FlowError.RULE_NOT_OF_ACTION.at("validation", name, action);
    }
    ObjectNode rule = Json.object().put("rule", name);
    if (given.path("value").isValueNode() && !given.path("value").isNull()) {
      rule.set("value", given.get("value"));
    }
    texts
        .take("validation", given.path("message"), Json.object())
        .ifPresent(it -> rule.set("message", it));
    return rule;
  }

  private static String name(String member, JsonNode given) {
    if (!given.isTextual() || !Members.isName(given.textValue())) {
      throw FlowError.MUST_BE.at(member, "a list of objects with a name");
    }
    return given.textValue();
  }

  private void put(String member, ArrayNode list) {
    if (list.isEmpty()) {
      form.remove(member);
    } else {
      form.set(member, list);
    }
  }
}
