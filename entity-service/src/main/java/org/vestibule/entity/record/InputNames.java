package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** Checks that all names in an input exist for the writer, before any value is looked at. */
final class InputNames {
  private final boolean newRecord;

  private InputNames(boolean newRecord) {
    this.newRecord = newRecord;
  }

  /** Checks the attributes of a record that does not exist yet. */
  static void checkNew(Attribute writable, ObjectNode input) {
    new InputNames(true).children(writable, input, "");
  }

  /** Checks changes of a record. */
  static void checkChange(Attribute writable, ObjectNode input) {
    new InputNames(false).children(writable, input, "");
  }

  private void children(Attribute container, JsonNode input, String path) {
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      String at = path + "/" + member.getKey();
      Attribute child =
          container.child(member.getKey()).orElseThrow(() -> Violations.unknownAttribute(at));
      checkReserved(child, at);
      below(child, member.getValue(), at);
    }
  }

  private void checkReserved(Attribute child, String at) {
    if (!child.reserved() || !newRecord) {
      return;
    }
    if (child.type() == AttributeType.ID) {
      throw Violations.idInNewRecord(at);
    }
    if (!child.name().equals("created")) {
      throw Violations.reservedAttribute(at);
    }
  }

  private void below(Attribute attribute, JsonNode value, String at) {
    if (attribute.type() == AttributeType.OBJECT && value.isObject()) {
      children(attribute, value, at);
    } else if (attribute.type() == AttributeType.PLURAL && value.isArray()) {
      for (JsonNode element : value) {
        children(attribute, element, at);
      }
    }
  }
}
