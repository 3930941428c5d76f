package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.vestibule.platform.json.Json;

/** Collects the values that a form stores, nested by the paths of their attributes. */
final class AttributeWriter {
  /** What the platform decides about a record; no form may, whatever the flow maps to it. */
  private static final Set<String> PROTECTED =
      Set.of(
          "id",
          "uuid",
          "created",
          "lastUpdated",
          "lastLogin",
          "emailVerified",
          "mobileNumberVerified",
          "deactivateAccount",
          "clients",
          "profiles");

  private final ObjectNode written = Json.object();

  ObjectNode written() {
    return written;
  }

  void write(FormField field, String attributeType, FieldInput input) {
    String path = field.attribute().orElseThrow();
    if (field.type().isStored() && !PROTECTED.contains(path.split("\\.")[0])) {
      value(field, attributeType, input).ifPresent(value -> put(path, value));
    }
  }

  private static Optional<JsonNode> value(FormField field, String type, FieldInput input) {
    if (field.type() == FieldType.CHECKBOX && type.equals("boolean")) {
      return Optional.of(BooleanNode.valueOf(input.present()));
    }
    if (!input.present() || !input.readable()) {
      return Optional.empty();
    }
    return input.isEmpty() ? cleared(field) : AttributeValue.of(type, input.text());
  }

  /** An empty input clears its attribute; a password left empty stays as it is. */
  private static Optional<JsonNode> cleared(FormField field) {
    return field.type().isPassword() ? Optional.empty() : Optional.of(NullNode.instance);
  }

  /** The first field of a form wins when two are stored in one attribute. */
  private void put(String path, JsonNode value) {
    String[] steps = path.split("\\.");
    ObjectNode level = written;
    for (int i = 0; i < steps.length - 1; i++) {
      level = child(level, steps[i]);
    }
    level.putIfAbsent(steps[steps.length - 1], value);
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode child ? child : parent.putObject(name);
  }
}
