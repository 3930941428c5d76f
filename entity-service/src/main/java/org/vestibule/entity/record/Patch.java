package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.json.Json;

/**
 * New values for a few attributes at the root of a record: only these are looked at and sent,
 * however large the record is.
 *
 * @param part the schema of these attributes
 * @param before what the record has in them
 */
record Patch(Schema part, ObjectNode before, ObjectNode values, Instant now) {

  static Patch of(EntityType type, RecordState state, ObjectNode values, Instant now) {
    Attribute root = type.enforced().root();
    List<Attribute> named = new ArrayList<>(values.size());
    ObjectNode before = Json.object();
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      named.add(root.child(value.getKey()).orElseThrow());
      before.set(value.getKey(), state.doc().get(value.getKey()));
    }
    Instant later = RecordRepository.after(state.lastUpdated(), now);
    return new Patch(new Schema(root.withChildren(named)), before, values, later);
  }

  /** Passwords are kept apart from the document and cannot be patched. */
  boolean hasPassword() {
    return part.root().anyMatch(it -> it.type() == AttributeType.PASSWORD);
  }

  Set<String> texts() {
    return FoldedTexts.of(part.root(), values, before);
  }

  Content content(Folding folding) {
    return Content.ofChange(part, before, values, folding);
  }

  /** The names of the values that differ from those before. */
  List<String> changed(Content content) {
    return Changes.between(before, content.doc(), Json.object(), Json.object());
  }

  /** The patched values in the form in which they are stored. */
  String stored(EntityType type, Content content) {
    return Documents.write(type, content.doc());
  }

  /** The record after the patch. */
  RecordState after(RecordState state, Content content) {
    ObjectNode doc = Json.object();
    doc.setAll(state.doc());
    doc.setAll(content.doc());
    return state.with(now, doc, state.passwords());
  }
}
