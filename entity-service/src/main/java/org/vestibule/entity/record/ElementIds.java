package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;

/** The ids that elements of a record bring along, and how many elements have none. */
final class ElementIds {
  private static final String ID = "id";

  private final Map<Long, String> given = new LinkedHashMap<>();
  private long highest;
  private int missing;

  private ElementIds() {}

  /** Those below the values of a record. */
  static ElementIds of(Attribute root, ObjectNode values) {
    ElementIds ids = new ElementIds();
    ids.children(root, values, "");
    return ids;
  }

  /** The ids with the paths that are blamed for them. */
  Map<Long, String> given() {
    return given;
  }

  /** The highest one, 0 for none. */
  long highest() {
    return highest;
  }

  /** How many elements need one. */
  int missing() {
    return missing;
  }

  private void children(Attribute container, JsonNode node, String path) {
    node.properties()
        .forEach(
            member ->
                container
                    .child(member.getKey())
                    .filter(child -> child.type().isContainer())
                    .ifPresent(it -> below(it, member.getValue(), path + "/" + it.name())));
  }

  private void below(Attribute attribute, JsonNode value, String at) {
    if (attribute.type() == AttributeType.OBJECT) {
      children(attribute, value, at);
    } else {
      value.forEach(element -> element(attribute, (ObjectNode) element, at));
    }
  }

  private void element(Attribute plural, ObjectNode element, String at) {
    JsonNode id = element.get(ID);
    if (id == null || id.isNull()) {
      missing++;
    } else {
      add(KeptNames.number(id, at + "/" + ID), at + "/" + ID);
    }
    children(plural, element, at);
  }

  private void add(long id, String at) {
    if (given.put(id, at) != null) {
      throw Violations.duplicate(at);
    }
    highest = Math.max(highest, id);
  }
}
