package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** Tells whether an input holds passwords that must be hashed. */
final class PlainPasswords {
  private PlainPasswords() {}

  static boolean areIn(Attribute container, JsonNode input) {
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      if (container.child(member.getKey()).filter(it -> isIn(it, member.getValue())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Attribute attribute, JsonNode value) {
    if (attribute.type() == AttributeType.PASSWORD) {
      return value.isTextual();
    }
    if (value.isArray() && attribute.type().isContainer()) {
      for (JsonNode element : value) {
        if (areIn(attribute, element)) {
          return true;
        }
      }
    }
    return value.isObject() && attribute.type().isContainer() && areIn(attribute, value);
  }
}
