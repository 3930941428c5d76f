package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Blank;
import org.vestibule.platform.json.Json;

/** Cuts a complete record down to the attributes of a tree. */
final class Projection {
  private final boolean hidesPasswords;

  private Projection(boolean hidesPasswords) {
    this.hidesPasswords = hidesPasswords;
  }

  static Projection of(PasswordView passwords) {
    return new Projection(passwords == PasswordView.HIDDEN);
  }

  ObjectNode object(Attribute container, JsonNode source) {
    ObjectNode result = Json.object();
    for (Attribute child : container.children().values()) {
      result.set(child.name(), value(child, source.get(child.name())));
    }
    return result;
  }

  private JsonNode value(Attribute attribute, JsonNode stored) {
    if (stored == null) {
      return Blank.of(attribute);
    }
    if (attribute.type() == AttributeType.OBJECT) {
      return object(attribute, stored);
    }
    if (attribute.type() == AttributeType.PLURAL) {
      return elements(attribute, stored);
    }
    boolean hidden = hidesPasswords && attribute.type() == AttributeType.PASSWORD;
    return hidden ? NullNode.getInstance() : stored;
  }

  private ArrayNode elements(Attribute plural, JsonNode stored) {
    ArrayNode result = Json.array();
    stored.forEach(element -> result.add(object(plural, element)));
    return result;
  }
}
