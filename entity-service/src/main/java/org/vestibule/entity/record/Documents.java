package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.Blank;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/** Brings stored documents into the form of the current schema, and back. */
final class Documents {
  private Documents() {}

  /** Whether a document is stored as it is shown. */
  static boolean isCurrent(EntityType type, RecordRow row) {
    return row.schemaVersion() == type.version() && type.terms().isStoredByName();
  }

  /** The document of a row with everything that the schema has, and nothing else. */
  static ObjectNode read(EntityType type, RecordRow row) {
    ObjectNode stored = (ObjectNode) Json.parse(row.doc());
    Attribute root = type.schema().root();
    ObjectNode doc = isCurrent(type, row) ? stored : named(root, stored);
    Blank.complete(root, doc);
    return doc;
  }

  /** The text in which a document is stored. */
  static String write(EntityType type, ObjectNode doc) {
    return Json.write(stored(type, doc));
  }

  /** The same in UTF-8. */
  static byte[] bytes(EntityType type, ObjectNode doc) {
    return Json.bytes(stored(type, doc));
  }

  private static ObjectNode stored(EntityType type, ObjectNode doc) {
    return type.terms().isStoredByName() ? doc : translated(type.schema().root(), doc, false);
  }

  private static ObjectNode named(Attribute root, ObjectNode stored) {
    return translated(root, stored, true);
  }

  private static ObjectNode translated(Attribute container, JsonNode from, boolean toNames) {
    ObjectNode result = Json.object();
    for (Attribute child : container.children().values()) {
      JsonNode value = from.get(toNames ? child.key() : child.name());
      if (value != null) {
        result.set(toNames ? child.name() : child.key(), value(child, value, toNames));
      }
    }
    return result;
  }

  private static JsonNode value(Attribute attribute, JsonNode value, boolean toNames) {
    if (!attribute.type().isContainer() || value.isNull()) {
      return value;
    }
    if (value.isObject()) {
      return translated(attribute, value, toNames);
    }
    var elements = Json.array();
    value.forEach(it -> elements.add(translated(attribute, it, toNames)));
    return elements;
  }
}
