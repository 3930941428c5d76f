package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Constraint;

/**
 * Checks the values of an input one by one: characters, length, and nulls where one is required.
 */
final class ValueConstraints {
  private ValueConstraints() {}

  static void check(Attribute container, JsonNode input, String path) {
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      Attribute attribute = container.child(member.getKey()).orElseThrow();
      checkValue(attribute, member.getValue(), path + "/" + member.getKey());
    }
  }

  private static void checkValue(Attribute attribute, JsonNode value, String at) {
    if (value.isArray() && attribute.type().isContainer()) {
      value.forEach(element -> check(attribute, element, at));
    } else if (value.isObject() && attribute.type().isContainer()) {
      check(attribute, value, at);
    } else if (value.isTextual()) {
      text(attribute, value.textValue(), at);
    } else if (value.isNull() && attribute.has(Constraint.REQUIRED)) {
      throw Violations.missing(at);
    }
  }

  private static void text(Attribute attribute, String value, String at) {
    for (Constraint constraint : attribute.constraints()) {
      boolean optionalBlank = value.isEmpty() && !attribute.has(Constraint.REQUIRED);
      if (!optionalBlank && !Characters.fit(constraint, value)) {
        throw Violations.constraint(at, constraint.wireName());
      }
    }
    Integer longest = attribute.length();
    if (longest != null && value.codePointCount(0, value.length()) > longest) {
      throw Violations.tooLong(at);
    }
  }
}
