package org.vestibule.config.flow.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vestibule.config.flow.Schemas;
import org.vestibule.config.flow.document.TextSlots;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.config.flow.wire.Members;
import org.vestibule.platform.json.Json;

/** Reads a field from a request body into the form in which it is stored (configuration.md 5.1). */
final class FieldBody {
  private static final List<String> TEXTS = List.of("label", "tip", "placeholder");
  private static final List<String> PROMPTS =
      List.of("dayLabelDateSelect", "monthLabelDateSelect", "yearLabelDateSelect");
  private static final int MOST_OPTIONS = 500;
  private static final int MOST_ATTRIBUTES = 20;
  private static final int MONTHS = 12;

  private final Schemas schemas;
  private final TextSlots texts;
  private final ObjectNode present;
  private final ObjectNode field = Json.object();

  FieldBody(Schemas schemas, TextSlots texts, ObjectNode present) {
    this.schemas = schemas;
    this.texts = texts;
    this.present = present;
  }

  ObjectNode read(String type, ObjectNode body) {
    field.put("type", type);
    attributes(type, body);
    TEXTS.forEach(it -> text(body, it));
    Members.optionalText(body, "socialProfileData").ifPresent(it -> field.put("engageData", it));
    FieldDetails.copy(body, field);
    if (FieldTypes.CHOICES.contains(type)) {
      options(body);
    }
    if (FieldTypes.DATE.equals(type)) {
      PROMPTS.forEach(it -> text(body, it));
      monthNames(body);
    }
    ArrayNode rules = new FieldRules(type, texts, present.path("validation")).read(body);
    if (body.path("validation").isArray()) {
      field.set("validation", rules);
    }
    return field;
  }

  private void attributes(String type, ObjectNode body) {
    if (type.equals(FieldTypes.MULTIPLE)) {
      Members.require(body, "schemaAttributes");
      ArrayNode paths = field.putArray("schemaId");
      Members.list(body, "schemaAttributes", MOST_ATTRIBUTES)
          .forEach(it -> paths.add(attribute("schemaAttributes", it)));
    } else if (Members.require(body, "schemaAttribute").isObject()) {
      attributesByPart(body.get("schemaAttribute"));
    } else {
      field.put("schemaId", attribute("schemaAttribute", body.get("schemaAttribute")));
    }
  }

  private void attributesByPart(JsonNode parts) {
    ObjectNode paths = field.putObject("schemaId");
    parts
        .properties()
        .forEach(it -> paths.put(it.getKey(), attribute("schemaAttribute", it.getValue())));
    // A lone "key" would read like the reference to a text.
    if (paths.isEmpty() || paths.has("key") || paths.size() > MOST_ATTRIBUTES) {
      throw FlowError.MUST_BE.at("schemaAttribute", "the path of an attribute");
    }
  }

  private String attribute(String member, JsonNode path) {
    if (!path.isTextual() || path.textValue().isEmpty()) {
      throw FlowError.MUST_BE.at(member, "the path of an attribute");
    }
    schemas.requireAttribute(member, path.textValue());
    return path.textValue();
  }

  private void text(ObjectNode body, String member) {
    texts
        .take(member, body.path(member), present.path(member))
        .ifPresent(it -> field.set(member, it));
  }

  private void options(ObjectNode body) {
    ArrayNode options = Json.array();
    Members.list(body, "options", MOST_OPTIONS).forEach(it -> options.add(option(it)));
    if (body.path("options").isArray()) {
      field.set("options", options);
    }
  }

  private ObjectNode option(JsonNode given) {
    String value =
        Members.optionalText(given, "value")
            .orElseThrow(() -> FlowError.MUST_BE.at("options", "a list of objects with 'value'"));
    ObjectNode option = Json.object().put("value", value);
    texts
        .take("options", given.path("label"), presentOption(value).path("text"))
        .ifPresent(it -> option.set("text", it));
    for (String flag : new String[] {"disabled", "selected"}) {
      if (given.has(flag)) {
        option.put(flag, Members.flag(given, flag, false));
      }
    }
    return option;
  }

  private JsonNode presentOption(String value) {
    for (JsonNode option : present.path("options")) {
      if (option.path("value").asText().equals(value)) {
        return option;
      }
    }
    return Json.object();
  }

  private void monthNames(ObjectNode body) {
    ArrayNode names = Json.array();
    for (JsonNode given : Members.list(body, "monthNames", MONTHS)) {
      JsonNode now = present.path("monthNames").path(names.size());
      texts.take("monthNames", given, now).ifPresent(names::add);
    }
    if (!names.isEmpty()) {
      field.set("monthNames", names);
    }
  }
}
