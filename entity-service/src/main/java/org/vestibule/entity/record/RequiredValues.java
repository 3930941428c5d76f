package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Constraint;

/** Checks that everything required below a part of a document has a value. */
final class RequiredValues {
  private RequiredValues() {}

  static void check(Merge.Part part) {
    if (part.value().isArray()) {
      part.value().forEach(element -> check(part.attribute(), element, part.path()));
    } else {
      check(part.attribute(), part.value(), part.path());
    }
  }

  static void check(Attribute container, JsonNode node, String path) {
    for (Attribute child : container.children().values()) {
      if (!child.reserved() && (child.type().isContainer() || child.has(Constraint.REQUIRED))) {
        checkChild(child, node.path(child.name()), path + "/" + child.name());
      }
    }
  }

  private static void checkChild(Attribute attribute, JsonNode value, String at) {
    if (attribute.type() == AttributeType.OBJECT) {
      check(attribute, value, at);
    } else if (attribute.type() == AttributeType.PLURAL) {
      value.forEach(element -> check(attribute, element, at));
    } else if (value.isNull() || value.isMissingNode()) {
      throw Violations.missing(at);
    }
  }
}
