package org.vestibule.entity.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.platform.json.Json;

/** Values of attributes that nobody has set: null, the empty list, or an object of such. */
public final class Blank {
  private Blank() {}

  /** The blank value of an attribute. */
  public static JsonNode of(Attribute attribute) {
    if (attribute.type() == AttributeType.PLURAL) {
      return Json.array();
    }
    return attribute.type() == AttributeType.OBJECT ? children(attribute) : NullNode.getInstance();
  }

  /**
   * An object with every child of an object, plural or record; of a record without the reserved.
   */
  public static ObjectNode children(Attribute container) {
    ObjectNode node = Json.object();
    for (Attribute child : container.children().values()) {
      if (!child.reserved() || container.type() == AttributeType.PLURAL) {
        node.set(child.name(), of(child));
      }
    }
    return node;
  }

  /** Gives a node the children that it lacks, at every level. */
  public static void complete(Attribute container, ObjectNode node) {
    for (Attribute child : container.children().values()) {
      if (!child.reserved()) {
        complete(child, child.name(), node);
      }
    }
  }

  private static void complete(Attribute child, String name, ObjectNode node) {
    JsonNode present = node.get(name);
    if (present == null) {
      node.set(name, of(child));
    } else if (present.isObject() && child.type() == AttributeType.OBJECT) {
      complete(child, (ObjectNode) present);
    } else if (child.type() == AttributeType.PLURAL) {
      present.forEach(element -> complete(child, (ObjectNode) element));
    }
  }
}
