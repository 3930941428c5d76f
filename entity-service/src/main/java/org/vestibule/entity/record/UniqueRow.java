package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.type.AttributeIndex;
import org.vestibule.entity.type.EntityType;

/** A unique value below a plural of a record. */
public record UniqueRow(int attributeId, String value, boolean folds, long elementId) {

  /** All of a document. */
  static List<UniqueRow> of(EntityType type, JsonNode doc) {
    List<UniqueRow> rows = new ArrayList<>();
    for (AttributeIndex index : type.indexes()) {
      if (index.kind() == AttributeIndex.Kind.ROWS) {
        collect(index.located().hops(), doc, 0, index.attributeId(), rows);
      }
    }
    return rows;
  }

  /** Those of a document that one index is about. */
  static List<UniqueRow> of(AttributeIndex index, JsonNode doc) {
    List<UniqueRow> rows = new ArrayList<>();
    collect(index.located().hops(), doc, 0, index.attributeId(), rows);
    return rows;
  }

  private static void collect(
      List<Attribute> hops, JsonNode node, long element, int attributeId, List<UniqueRow> rows) {
    Attribute next = hops.get(0);
    JsonNode value = node.path(next.name());
    if (hops.size() == 1) {
      add(next, value, element, attributeId, rows);
    } else if (next.type() == AttributeType.PLURAL) {
      for (JsonNode it : value) {
        collect(tail(hops), it, it.path("id").asLong(), attributeId, rows);
      }
    } else {
      collect(tail(hops), value, element, attributeId, rows);
    }
  }

  private static void add(
      Attribute attribute, JsonNode value, long element, int attributeId, List<UniqueRow> rows) {
    if (value.isValueNode() && !value.isNull()) {
      rows.add(new UniqueRow(attributeId, value.asText(), attribute.folds(), element));
    }
  }

  private static List<Attribute> tail(List<Attribute> hops) {
    return hops.subList(1, hops.size());
  }
}
