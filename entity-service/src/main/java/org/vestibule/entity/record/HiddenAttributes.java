package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Located;
import org.vestibule.entity.schema.Schema;

/**
 * Keeps writers from removing elements that hold attributes which they may not write: for them the
 * element as a whole does not exist (223).
 */
final class HiddenAttributes {
  private HiddenAttributes() {}

  /** For the removal of one element. */
  static void refuseRemoval(Schema schema, Target place) {
    Attribute whole = Located.in(schema, place.located().path()).flatMap(Located::target).get();
    if (!whole.equals(place.attribute())) {
      throw Violations.unknownAttribute(place.located().path().wireName());
    }
  }

  /** For an input that empties plurals by null. */
  static void refuseRemoval(Attribute writable, Attribute whole, JsonNode values, String path) {
    if (writable == whole) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : values.properties()) {
      Attribute child = writable.child(member.getKey()).orElseThrow();
      Attribute all = whole.child(member.getKey()).orElseThrow();
      String at = path + "/" + member.getKey();
      if (child.type() == AttributeType.PLURAL) {
        plural(child, all, member.getValue(), at);
      } else if (member.getValue() instanceof ObjectNode object && child.type().isContainer()) {
        refuseRemoval(child, all, object, at);
      }
    }
  }

  private static void plural(Attribute child, Attribute all, JsonNode value, String at) {
    if (value.isNull() && !child.equals(all)) {
      throw Violations.unknownAttribute(at);
    }
    value.forEach(element -> refuseRemoval(child, all, element, at));
  }
}
