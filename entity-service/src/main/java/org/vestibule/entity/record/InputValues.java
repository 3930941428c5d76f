package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vestibule.entity.date.DateParser;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.platform.json.Json;

/** Brings the values of an input into the form in which they are stored, checking their types. */
final class InputValues {
  private static final int MAX_ELEMENTS = 20_000;

  private final Scalars scalars;
  private int elements;

  InputValues(DateParser dates) {
    this.scalars = new Scalars(dates);
  }

  /** The members of an input; reserved ones are left out, ids of elements stay. */
  ObjectNode read(Attribute container, ObjectNode input, String path) {
    ObjectNode result = Json.object();
    for (Map.Entry<String, JsonNode> member : input.properties()) {
      Attribute child = container.child(member.getKey()).orElseThrow();
      if (!child.reserved() || container.type() == AttributeType.PLURAL) {
        String at = path + "/" + member.getKey();
        result.set(member.getKey(), value(child, member.getValue(), at));
      }
    }
    return result;
  }

  private JsonNode value(Attribute attribute, JsonNode given, String at) {
    if (given.isNull()) {
      return blank(attribute);
    }
    if (attribute.type() == AttributeType.PLURAL) {
      return elements(attribute, given, at);
    }
    if (attribute.type() == AttributeType.OBJECT) {
      return object(attribute, given, at);
    }
    return scalars.read(attribute, given, at);
  }

  /** Null for an object clears its attributes one by one: those that the writer may change. */
  private static JsonNode blank(Attribute attribute) {
    if (attribute.type() != AttributeType.OBJECT) {
      return NullNode.getInstance();
    }
    ObjectNode nulls = Json.object();
    attribute.children().forEach((name, child) -> nulls.set(name, blank(child)));
    return nulls;
  }

  private JsonNode object(Attribute attribute, JsonNode given, String at) {
    if (!given.isObject()) {
      throw Violations.invalidJsonType(at);
    }
    return read(attribute, (ObjectNode) given, at);
  }

  private ArrayNode elements(Attribute plural, JsonNode given, String at) {
    if (!given.isArray()) {
      throw Violations.invalidJsonType(at);
    }
    elements += given.size();
    if (elements > MAX_ELEMENTS) {
      throw Violations.constraint(at, "max-elements");
    }
    ArrayNode result = Json.array();
    given.forEach(element -> result.add(object(plural, element, at)));
    return result;
  }
}
